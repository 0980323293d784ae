-- Affected parcels by store.
-- Parameters: :run.
-- Row: store_id, parcels.
-- Index: primary key of parcel.
select store_id, count(*) as parcels
from parcel
where run = :run and standing = 'AFFECTED' and store_id is not null
group by store_id
