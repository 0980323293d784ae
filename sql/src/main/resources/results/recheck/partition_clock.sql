-- The differences of clocks met in a partition.
-- Parameters: :run, :partition_no.
-- Row: pair, difference_millis, pairs.
-- Index: primary key of partition_clock.
select pair, difference_millis, pairs
from partition_clock
where run = :run and partition_no = :partition_no
