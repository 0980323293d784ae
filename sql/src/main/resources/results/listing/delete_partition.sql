-- Forgets that a partition is listed.
-- Parameters: :run, :partition_no.
-- Row: none.
-- Index: primary key of listed_partition.
delete from listed_partition where run = :run and partition_no = :partition_no
