-- What happened in each minute with a count, in a span of minutes; several minutes put together.
-- Parameters: :run, :from_minute (inclusive), :to_minute (exclusive), :each (minutes of a point).
-- Row: point (0 is the first), outbounds, shown_as_failed, events, in the order of time.
-- Index: primary key of partition_minute.
select
  point, sum(outbounds) as outbounds, sum(shown_as_failed) as shown_as_failed,
  sum(events) as events
from (
  select (epoch_minute - :from_minute) / :each as point, outbounds, shown_as_failed, events
  from partition_minute
  where run = :run and epoch_minute >= :from_minute and epoch_minute < :to_minute
) as counted
group by point
order by point
