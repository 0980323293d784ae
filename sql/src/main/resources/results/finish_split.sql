-- Marks a split as read.
-- Parameters: :run, :source, :ordinal, and one per column; reasons as JSON.
-- Row: none.
-- Index: primary key of planned_split.
update planned_split
set
  filtered = :filtered, read_rows = :read_rows, accepted = :accepted, rejected = :rejected,
  rejected_without_parcel = :rejected_without_parcel, spill_bytes = :spill_bytes,
  checksum = :checksum, latest_paid_at = :latest_paid_at, reasons = :reasons
where run = :run and source = :source and ordinal = :ordinal
