-- What was counted over each listed partition.
-- Parameters: :run.
-- Row: totals (JSON).
-- Index: primary key of listed_partition.
select totals from listed_partition where run = :run order by run, partition_no
