-- How many parcels were picked up on the days of the incident, also those taken back since.
-- Parameters: :day_from, :day_to (half-open, local). One number. Reads the table once.
select count(distinct parcel_id)
  from parcel_outbound
 where movement = 'PICKUP'
   and status in ('PICKED_UP', 'AWAITING_PICKUP')
   and completed_at >= :day_from
   and completed_at < :day_to
