-- The mismatches a package stands on, behind one, in the list's order.
-- Parameters: :package_no, :parcel_key, :kind, :consumer_group (the one; exclusive), :rows_max.
-- Row: parcel_id, kind, consumer_group, facts, review_no, currency, to_collect_minor, to_refund_minor,
--   whole_parcel.
-- Index: primary key of package_mismatch.
select
  parcel_id, kind, consumer_group, facts, review_no, currency, to_collect_minor, to_refund_minor,
  whole_parcel
from package_mismatch
where package_no = :package_no and parcel_key >= :parcel_key
  and (parcel_key > :parcel_key or kind > :kind
    or kind = :kind and consumer_group > :consumer_group)
order by package_no, parcel_key, kind, consumer_group
fetch first :rows_max rows only
