-- How many pairs have each difference of their clocks, over all partitions.
-- Parameters: :run.
-- Row: pair, difference_millis, pairs.
-- Index: primary key of partition_clock.
select pair, difference_millis, sum(pairs) as pairs
from partition_clock
where run = :run
group by pair, difference_millis
order by pair, difference_millis
