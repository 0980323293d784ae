-- Parcels of a partition by suggestion; by partition, since a parcel is counted once.
-- Parameters: :run, :partition_no.
-- Row: suggestion, parcels.
-- Index: primary key of datafix.
select suggestion, count(distinct parcel_key) as parcels
from datafix
where run = :run and partition_no = :partition_no
group by suggestion
