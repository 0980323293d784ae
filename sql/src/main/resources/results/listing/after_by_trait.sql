-- The listed mismatches behind a position, those of a trait, in the list's order.
-- Parameters: :run, :value, :parcel_key, :kind, :consumer_group (the position), :upto (a key, exclusive),
--   :rows_max.
-- Row: parcel_id, kind, consumer_group, proof, standing, verdict (may be empty), store_id (may
--   be empty), phases, currency, to_collect_minor, to_refund_minor, requested_at, completed_at,
--   facts, decision, assignee, review_no.
-- Index: listed_by_trait.
select
  parcel_id, kind, consumer_group, proof, standing, verdict, store_id, phases, currency,
  to_collect_minor, to_refund_minor, requested_at, completed_at, facts, decision, assignee,
  review_no
from listed_mismatch
where run = :run and trait = :value
  and parcel_key >= :parcel_key and parcel_key < :upto
  and (parcel_key > :parcel_key or kind > :kind
    or kind = :kind and consumer_group > :consumer_group)
order by run, trait, parcel_key, kind, consumer_group
fetch first :rows_max rows only
