-- The listed mismatches before a position, those of a band of amounts at stake, in the reverse of the list's order.
-- Parameters: :run, :value, :parcel_key, :kind, :consumer_group (the position), :from (a key, inclusive),
--   :rows_max.
-- Row: parcel_id, kind, consumer_group, proof, standing, verdict (may be empty), store_id (may
--   be empty), phases, currency, to_collect_minor, to_refund_minor, requested_at, completed_at,
--   facts, decision, assignee, review_no.
-- Index: listed_by_stake.
select
  parcel_id, kind, consumer_group, proof, standing, verdict, store_id, phases, currency,
  to_collect_minor, to_refund_minor, requested_at, completed_at, facts, decision, assignee,
  review_no
from listed_mismatch
where run = :run and stake_band = :value
  and parcel_key <= :parcel_key and parcel_key >= :from
  and (parcel_key < :parcel_key or kind < :kind
    or kind = :kind and consumer_group < :consumer_group)
order by run desc, stake_band desc, parcel_key desc, kind desc, consumer_group desc
fetch first :rows_max rows only
