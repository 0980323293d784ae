-- Parcels of a partition by kind of mismatch, without those whose payment may still come; by
-- partition, since a parcel is counted once and all at once would have to be in memory.
-- Parameters: :run, :partition_no.
-- Row: kind, parcels.
-- Index: primary key of mismatch.
select kind, count(distinct parcel_key) as parcels
from mismatch
where run = :run and partition_no = :partition_no and proof <> 'NOT_DUE'
group by kind
