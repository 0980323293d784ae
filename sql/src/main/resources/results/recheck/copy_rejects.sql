-- Takes the rejected rows of a source over from an earlier run.
-- Parameters: :run, :from_run, :source.
-- Row: none.
-- Index: primary key of reject.
insert into reject (
  run, source, ordinal, row_no, ref_key, ref, parcel_id, reason, row_text)
select
  cast(:run as bigint), source, ordinal, row_no, ref_key, ref, parcel_id, reason, row_text
from reject
where run = :from_run and source = :source
