-- The parcels of a partition about which nothing was found.
-- Parameters: :run, :partition_no.
-- Row: parcels, left_out, unlisted; none where a run of an earlier version kept none.
-- Index: primary key of partition_unlisted.
select parcels, left_out, unlisted
from partition_unlisted
where run = :run and partition_no = :partition_no
