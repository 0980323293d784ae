-- Saves how many pairs of a partition have one difference of their clocks.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of partition_clock.
insert into partition_clock (run, partition_no, pair, difference_millis, pairs)
values (:run, :partition_no, :pair, :difference_millis, :pairs)
