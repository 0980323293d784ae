-- Money taken and given back at the counter in a span of time; leave out other money. For PostgreSQL.
-- Parameters: :from, :to, half-open: compare one and the same column with both. A row per payment_id and kind.
-- Wants an index on paid_at.
select parcel_id,
       payment_id,
       amount,
       kind,
       status,
       currency,
       channel,
       paid_at
  from counter_payment
 where paid_at >= :from
   and paid_at < :to
