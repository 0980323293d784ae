-- Whether a partition is listed.
-- Parameters: :run, :partition_no.
-- Row: one when it is: partition_no.
-- Index: primary key of listed_partition.
select partition_no from listed_partition where run = :run and partition_no = :partition_no
