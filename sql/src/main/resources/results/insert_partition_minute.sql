-- Saves what happened in one minute in a partition.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of partition_minute.
insert into partition_minute (run, partition_no, epoch_minute, outbounds, shown_as_failed, events)
values (:run, :partition_no, :epoch_minute, :outbounds, :shown_as_failed, :events)
