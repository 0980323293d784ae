-- All money of given parcels, of any time. For MariaDB and MySQL.
-- Parameter: <parcel_ids>, a bound list of at most 500. The columns of payments.sql.
-- Wants an index on parcel_id.
select parcel_id,
       payment_id,
       amount,
       kind,
       status,
       currency,
       channel,
       paid_at
  from counter_payment
 where parcel_id in (<parcel_ids>)
