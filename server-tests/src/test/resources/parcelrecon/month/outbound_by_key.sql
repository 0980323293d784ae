-- All pick-ups of given parcels.
-- Parameters: <parcel_ids>. A row per pick_up_id. Wants an index on parcel_id.
select parcel_id, pick_up_id as outbound_id, store_id, payment, amount_due, status, requested_at,
       completed_at, row_version
  from pick_up
 where parcel_id in (<parcel_ids>)
