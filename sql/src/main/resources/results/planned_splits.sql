-- The splits of a plan with what reading them gave; read_rows is null where not read.
-- Parameters: :run.
-- Row: a split, ordered by source's name and ordinal.
-- Index: primary key of planned_split.
select
  source, ordinal, planned_bytes, located_at, filtered, read_rows, accepted, rejected,
  rejected_without_parcel, spill_bytes, checksum, latest_paid_at, reasons
from planned_split
where run = :run
order by run, source, ordinal
