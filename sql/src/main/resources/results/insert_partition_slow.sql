-- Saves how many outbounds of a partition took at least so many seconds.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of partition_slow.
insert into partition_slow (run, partition_no, seconds, outbounds)
values (:run, :partition_no, :seconds, :outbounds)
