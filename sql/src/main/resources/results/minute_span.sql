-- The first and the last minute with a count, in a span of minutes.
-- Parameters: :run, :from_minute (inclusive), :to_minute (exclusive).
-- Row: first_minute, last_minute; both null without any.
-- Index: primary key of partition_minute.
select min(epoch_minute) as first_minute, max(epoch_minute) as last_minute
from partition_minute
where run = :run and epoch_minute >= :from_minute and epoch_minute < :to_minute
