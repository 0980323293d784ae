-- Pick-ups requested in a span of time.
-- Parameters: :from, :to (half-open). A row per pick_up_id. Wants an index on requested_at.
select parcel_id, pick_up_id as outbound_id, store_id, payment, amount_due, status, requested_at,
       completed_at, row_version
  from pick_up
 where requested_at >= :from
   and requested_at < :to
