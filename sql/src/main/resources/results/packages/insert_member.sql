-- Adds a mismatch a package stands on.
-- Parameters: one per column.
-- Row: none.
-- Index: none.
insert into package_mismatch (
  package_no, parcel_key, kind, consumer_group, parcel_id, facts, review_no, whole_parcel, currency,
  to_collect_minor, to_refund_minor)
values (
  :package_no, :parcel_key, :kind, :consumer_group, :parcel_id, :facts, :review_no, :whole_parcel,
  :currency, :to_collect_minor, :to_refund_minor)
