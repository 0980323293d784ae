-- All pick-ups of given parcels, of any time: asked before anything is called missing. For PostgreSQL.
-- Parameter: <parcel_ids>, a bound list of at most 500. The columns of outbound.sql.
-- Wants an index on parcel_id.
select parcel_id,
       payment_method as payment,
       amount_due,
       outbound_id,
       store_id,
       order_id,
       checkout_id,
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
