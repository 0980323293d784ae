-- The matched partitions, in order.
-- Parameters: :run.
-- Row: partition_no, parcels_in_scope, parcels_clean, completed_on_days.
-- Index: primary key of matched_partition.
select partition_no, parcels_in_scope, parcels_clean, completed_on_days
from matched_partition
where run = :run
order by run, partition_no
