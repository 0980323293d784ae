-- Marks a partition as listed.
-- Parameters: :run, :partition_no, :totals (JSON).
-- Row: none.
-- Index: primary key of listed_partition.
insert into listed_partition (run, partition_no, totals)
values (:run, :partition_no, :totals)
