-- What happened in each minute with a count, in a span of minutes.
-- Parameters: :run, :from_minute (inclusive), :to_minute (exclusive).
-- Row: epoch_minute, outbounds, shown_as_failed, events, in the order of time.
-- Index: primary key of partition_minute.
select
  epoch_minute, sum(outbounds) as outbounds, sum(shown_as_failed) as shown_as_failed,
  sum(events) as events
from partition_minute
where run = :run and epoch_minute >= :from_minute and epoch_minute < :to_minute
group by epoch_minute
order by epoch_minute
