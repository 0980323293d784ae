-- The listed mismatch at a position.
-- Parameters: :run, :parcel_key, :kind, :consumer_group (the position).
-- Row: one or none: parcel_id, kind, consumer_group, proof, standing, verdict (may be empty),
--   store_id (may be empty), phases, currency, to_collect_minor, to_refund_minor, requested_at,
--   completed_at, facts, decision, assignee, review_no.
-- Index: primary key of listed_mismatch.
select
  parcel_id, kind, consumer_group, proof, standing, verdict, store_id, phases, currency,
  to_collect_minor, to_refund_minor, requested_at, completed_at, facts, decision, assignee,
  review_no
from listed_mismatch
where run = :run and parcel_key = :parcel_key and kind = :kind
  and consumer_group = :consumer_group
