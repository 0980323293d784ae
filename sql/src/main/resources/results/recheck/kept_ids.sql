-- The ids of all parcels of a run whose records are kept, in no order.
-- Parameters: :run.
-- Row: parcel_key.
-- Index: primary keys of parcel and followed_parcel.
select parcel_key from parcel where run = :run
union all
select parcel_key from followed_parcel where run = :run
