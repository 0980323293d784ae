-- All pick-ups of given parcels, of any time.
-- Parameters: <parcel_ids>. A row per outbound_id. Wants an index on parcel_id.
select parcel_id,
       outbound_id,
       store_id,
       order_id,
       checkout_id,
       payment_method as payment,
       amount_due,
       currency,
       status,
       requested_at,
       completed_at,
       pickup_deadline,
       payout_at,
       row_version
  from parcel_outbound
 where movement = 'PICKUP'
   and parcel_id in (<parcel_ids>)
