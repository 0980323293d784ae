-- The outbounds of each store in a partition.
-- Parameters: :run, :partition_no.
-- Row: store_id, outbounds.
-- Index: primary key of partition_store.
select store_id, outbounds
from partition_store
where run = :run and partition_no = :partition_no
