-- All money for given parcels, of any time.
-- Parameters: <parcel_ids>. A row per line of the settlement.
select parcel_id, batch, serial, amount, currency, paid_at, status, direction, channel
  from settlement
 where type = '代收貨款'
   and parcel_id in (<parcel_ids>)
