-- Pick-ups requested in a span of time; drop-offs and returns are other movements.
-- Parameters: :from, :to (half-open, local). A row per outbound_id. Wants an index on requested_at.
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
   and requested_at >= :from
   and requested_at < :to
