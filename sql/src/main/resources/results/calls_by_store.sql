-- How many parcels of each store are on the run's call list, and of how many it is asked something.
-- Parameters: :run.
-- Row: store_id (empty where it is not known), listed, asked.
-- Index: primary keys of datafix and parcel.
select store_id, count(*) as listed, sum(asked) as asked
from (
    select
      parcel.partition_no, parcel.parcel_key,
      coalesce(parcel.store_id, '') as store_id,
      max(case when datafix.suggestion = 'INFORM_STORE' then 0 else 1 end) as asked
    from datafix
    join parcel
      on parcel.run = datafix.run and parcel.partition_no = datafix.partition_no
      and parcel.parcel_key = datafix.parcel_key
    where datafix.run = :run and parcel.standing = 'AFFECTED'
      and datafix.suggestion in ('REVERT_OUTBOUND', 'ASK_STORE', 'INFORM_STORE')
    group by parcel.partition_no, parcel.parcel_key, coalesce(parcel.store_id, '')
) call_list
group by store_id
