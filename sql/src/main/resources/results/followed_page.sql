-- The next followed parcels of a partition about which nothing was found, ordered by the UTF-8
-- bytes of their ids.
-- Parameters: :run, :partition_no, :after (a key; empty before the first), :rows_max.
-- Row: parcel_key, verdict, store_id, evidence.
-- Index: primary key of followed_parcel.
select parcel_key, verdict, store_id, evidence
from followed_parcel
where run = :run and partition_no = :partition_no and parcel_key > :after
order by run, partition_no, parcel_key
fetch first :rows_max rows only
