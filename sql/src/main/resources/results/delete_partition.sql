-- Deletes a matched partition, and by cascade all that was found in it.
-- Parameters: :run, :partition_no.
-- Row: none.
-- Index: primary key of matched_partition.
delete from matched_partition where run = :run and partition_no = :partition_no
