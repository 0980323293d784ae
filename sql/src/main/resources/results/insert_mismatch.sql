-- Saves a mismatch.
-- Parameters: one per column; refs as JSON.
-- Row: none.
-- Index: primary key of mismatch.
insert into mismatch (
  run, partition_no, parcel_key, kind, consumer_group, class, proof, edge, currency, due_minor,
  paid_minor, to_collect_minor, to_refund_minor, reason, refs)
values (
  :run, :partition_no, :parcel_key, :kind, :consumer_group, :class, :proof, :edge, :currency,
  :due_minor, :paid_minor, :to_collect_minor, :to_refund_minor, :reason, :refs)
