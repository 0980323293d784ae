-- The next parcels of a partition, ordered by the UTF-8 bytes of their ids, settled ones among
-- them.
-- Parameters: :run, :partition_no, :after (a key; empty before the first), :rows_max.
-- Row: parcel_key, parcel_id, standing, verdict, proved_by, store_id.
-- Index: primary key of parcel.
select parcel_key, parcel_id, standing, verdict, proved_by, store_id
from parcel
where run = :run and partition_no = :partition_no and parcel_key > :after
order by run, partition_no, parcel_key
fetch first :rows_max rows only
