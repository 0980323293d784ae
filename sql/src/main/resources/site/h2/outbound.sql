-- Pick-ups at the counter in a span of time; leave out drop-offs, returns and transfers. For H2.
-- Parameters: :from, :to, half-open: compare one and the same column with both. A row per outbound_id.
-- Columns by canonical name, in any order; where the table's name differs, write "mine as theirs".
-- Wants an index: create index parcel_outbound_requested on parcel_outbound (requested_at)
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
   and requested_at >= :from
   and requested_at < :to
