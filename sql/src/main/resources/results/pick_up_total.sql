-- Completed outbounds in scope, over all partitions.
-- Parameters: :run.
-- Row: pick_ups.
-- Index: primary key of matched_partition.
select coalesce(sum(pick_ups), 0) as pick_ups
from matched_partition
where run = :run
