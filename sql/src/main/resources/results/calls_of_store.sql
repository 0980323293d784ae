-- The parcels of a store on the run's call list, by the UTF-8 bytes of their ids.
-- Parameters: :run, :store_id, :skip, :rows_max.
-- Row: parcel_id.
-- Index: parcel_by_store, primary key of datafix.
select parcel_id
from parcel
where run = :run and store_id = :store_id and standing = 'AFFECTED'
  and exists (
    select 1
    from datafix
    where datafix.run = parcel.run and datafix.partition_no = parcel.partition_no
      and datafix.parcel_key = parcel.parcel_key
      and datafix.suggestion in ('REVERT_OUTBOUND', 'ASK_STORE', 'INFORM_STORE'))
order by parcel_key
offset :skip rows
fetch first :rows_max rows only
