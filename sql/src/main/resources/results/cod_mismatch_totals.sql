-- What the mismatches of COD pick-ups, in the currency of the pick-up, are to move.
-- Parameters: :run.
-- Row: currency, to_collect_minor, not_due_minor, to_refund_minor (null when none).
-- Index: primary keys of mismatch and parcel.
select
  mismatch.currency,
  sum(case when mismatch.proof <> 'NOT_DUE' then mismatch.to_collect_minor end)
    as to_collect_minor,
  sum(case when mismatch.proof = 'NOT_DUE' then mismatch.to_collect_minor end) as not_due_minor,
  sum(mismatch.to_refund_minor) as to_refund_minor
from mismatch
where mismatch.run = :run
  and (mismatch.kind in ('UNCOLLECTED', 'SHORT_PAID', 'OVER_PAID', 'PAID_TWICE')
    or mismatch.kind = 'OVER_REFUNDED' and exists (
      select 1
      from parcel
      where parcel.run = mismatch.run and parcel.partition_no = mismatch.partition_no
        and parcel.parcel_key = mismatch.parcel_key
        and parcel.cod_currency = mismatch.currency))
group by mismatch.currency
order by mismatch.currency
