-- All payments of given parcels.
-- Parameters: <parcel_ids>. A row per payment_id. Wants an index on parcel_id.
select parcel_id, payment_id, amount, paid_at from till where parcel_id in (<parcel_ids>)
