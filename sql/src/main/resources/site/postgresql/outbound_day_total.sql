-- How many parcels were picked up on the local days of the window, also those taken back since: the "of
-- 161,569" of the headline. For PostgreSQL.
-- Parameters: :day_from, :day_to, half-open. One number.
select count(distinct parcel_id)
  from parcel_outbound
 where movement = 'PICKUP'
   and status in ('PICKED_UP', 'AWAITING_PICKUP')
   and completed_at >= :day_from
   and completed_at < :day_to
