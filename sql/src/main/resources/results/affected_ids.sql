-- The ids of the affected parcels of a partition.
-- Parameters: :run, :partition_no.
-- Row: parcel_id.
-- Index: primary key of parcel.
select parcel_id
from parcel
where run = :run and partition_no = :partition_no and standing = 'AFFECTED'
