-- The suggestions for the parcels of one page.
-- Parameters: :run, :partition_no, :after, :last (keys; after exclusive, last inclusive).
-- Row: parcel_key, suggestion, form, stands_on, consumer_group, amount_minor, currency.
-- Index: primary key of datafix.
select parcel_key, suggestion, form, stands_on, consumer_group, amount_minor, currency
from datafix
where run = :run and partition_no = :partition_no
  and parcel_key > :after and parcel_key <= :last
order by run, partition_no, parcel_key, position
