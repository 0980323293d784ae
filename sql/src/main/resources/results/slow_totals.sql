-- Completed outbounds in scope that took at least so many seconds.
-- Parameters: :run.
-- Row: seconds, outbounds.
-- Index: primary key of partition_slow.
select seconds, sum(outbounds) as outbounds
from partition_slow
where run = :run
group by seconds
order by seconds
