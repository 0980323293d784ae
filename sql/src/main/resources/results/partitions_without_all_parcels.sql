-- How many partitions of a run do not tell all parcels that were read.
-- Parameters: :run.
-- Row: one number.
-- Index: primary keys of matched_partition and partition_unlisted.
select count(*)
from matched_partition m
left join partition_unlisted u on u.run = m.run and u.partition_no = m.partition_no
where m.run = :run and (u.run is null or u.left_out > 0)
