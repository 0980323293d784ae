-- Forgets every reading of a source.
-- Parameters: :run, :source.
-- Row: none.
-- Index: primary key of planned_split.
update planned_split
set
  filtered = null, read_rows = null, accepted = null, rejected = null,
  rejected_without_parcel = null, spill_bytes = null, checksum = null, latest_paid_at = null,
  reasons = null
where run = :run and source = :source
