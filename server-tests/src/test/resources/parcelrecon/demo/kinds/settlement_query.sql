-- Money for parcels, paid in a span of time.
-- Parameters: :from, :to (half-open, local). A row per line of the settlement.
select parcel_id, batch, serial, amount, currency, paid_at, status, direction, channel
  from settlement
 where type = '代收貨款'
   and paid_at >= :from
   and paid_at < :to
