-- Where the rows of each source went, per partition.
-- Parameters: :run.
-- Row: partition_no, source, accepted, in_scope, out_of_scope, duplicates, looked_up, found,
--   healed.
-- Index: primary key of partition_source.
select
  partition_no, source, accepted, in_scope, out_of_scope, duplicates, looked_up, found, healed
from partition_source
where run = :run
order by run, partition_no, source
