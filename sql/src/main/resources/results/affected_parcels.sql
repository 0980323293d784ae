-- The affected parcels of a partition, and when the outbound that is shown of each had ended.
-- Parameters: :run, :partition_no.
-- Row: parcel_id, ended_at (null without an outbound, and in a run of a version that kept none).
-- Index: primary key of parcel.
select parcel_id, ended_at
from parcel
where run = :run and partition_no = :partition_no and standing = 'AFFECTED'
