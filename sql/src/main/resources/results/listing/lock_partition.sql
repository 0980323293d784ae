-- Keeps others from listing the same partition until the transaction has ended.
-- Parameters: :run, :partition_no.
-- Row: one: partition_no.
-- Index: primary key of matched_partition.
select partition_no
from matched_partition
where run = :run and partition_no = :partition_no
for update
