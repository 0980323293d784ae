-- Parcels of a partition by class of mismatch; by partition, since a parcel is counted once and
-- all at once would have to be in memory.
-- Parameters: :run, :partition_no.
-- Row: class, parcels.
-- Index: primary key of mismatch.
select class, count(distinct parcel_key) as parcels
from mismatch
where run = :run and partition_no = :partition_no
group by class
