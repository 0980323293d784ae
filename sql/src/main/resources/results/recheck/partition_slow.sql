-- How many outbounds of a partition took so long.
-- Parameters: :run, :partition_no.
-- Row: seconds, outbounds.
-- Index: primary key of partition_slow.
select seconds, outbounds
from partition_slow
where run = :run and partition_no = :partition_no
