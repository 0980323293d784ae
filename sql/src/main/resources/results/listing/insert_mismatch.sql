-- Saves a listed mismatch; nothing was decided about it yet.
-- Parameters: one per column but those of a decision.
-- Row: none.
-- Index: primary key of listed_mismatch.
insert into listed_mismatch (
  run, parcel_key, kind, consumer_group, parcel_id, class, proof, standing, verdict, store_id,
  phases, currency, to_collect_minor, to_refund_minor, stake_band, requested_at, completed_at,
  facts)
values (
  :run, :parcel_key, :kind, :consumer_group, :parcel_id, :class, :proof, :standing, :verdict,
  :store_id, :phases, :currency, :to_collect_minor, :to_refund_minor, :stake_band, :requested_at,
  :completed_at, :facts)
