-- The minutes of a partition, in order.
-- Parameters: :run, :partition_no.
-- Row: epoch_minute, outbounds, shown_as_failed, events.
-- Index: primary key of partition_minute.
select epoch_minute, outbounds, shown_as_failed, events
from partition_minute
where run = :run and partition_no = :partition_no
order by run, partition_no, epoch_minute
