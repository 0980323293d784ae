-- How many of the parcels that the stores are asked about have an answer, and how many have none
-- but that the store could not be reached.
-- Parameters: :run, :incident_id, :through (a number of an answer).
-- Row: store_id (empty where it is not known), answered, not_reached.
-- Index: answer's primary key, parcel_by_id, primary key of datafix.
select
  coalesce(parcel.store_id, '') as store_id, sum(said.reached) as answered,
  sum(1 - said.reached) as not_reached
from (
    select parcel_id, max(case when answer = 'UNREACHABLE' then 0 else 1 end) as reached
    from answer
    where incident_id = :incident_id and answer_no <= :through
    group by parcel_id
) said
join parcel on parcel.run = :run and parcel.parcel_id = said.parcel_id
where parcel.standing = 'AFFECTED'
  and exists (
    select 1
    from datafix
    where datafix.run = parcel.run and datafix.partition_no = parcel.partition_no
      and datafix.parcel_key = parcel.parcel_key
      and datafix.suggestion in ('REVERT_OUTBOUND', 'ASK_STORE'))
group by coalesce(parcel.store_id, '')
