-- Amounts to collect and to refund by store and currency; those not due are in no sum.
-- Parameters: :run.
-- Row: store_id, currency, to_collect_minor, to_refund_minor (null when none).
-- Index: primary keys of mismatch and parcel.
select
  parcel.store_id, mismatch.currency, sum(mismatch.to_collect_minor) as to_collect_minor,
  sum(mismatch.to_refund_minor) as to_refund_minor
from mismatch
join parcel
  on parcel.run = mismatch.run and parcel.partition_no = mismatch.partition_no
  and parcel.parcel_key = mismatch.parcel_key
where mismatch.run = :run and mismatch.proof <> 'NOT_DUE' and mismatch.currency is not null
  and parcel.store_id is not null
group by parcel.store_id, mismatch.currency
