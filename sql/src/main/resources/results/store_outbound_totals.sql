-- Completed outbounds in scope by store.
-- Parameters: :run.
-- Row: store_id, outbounds.
-- Index: primary key of partition_store.
select store_id, sum(outbounds) as outbounds
from partition_store
where run = :run
group by store_id
