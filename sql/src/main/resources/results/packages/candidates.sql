-- The confirmed mismatches of a run for which a package would hold something, and which are in none
-- that is open or approved; in the list's order. whole_parcel: it changes a system. is_held: it does,
-- and another mismatch of the parcel is not confirmed.
-- Parameters: :run, :incident_id, :now (an instant in whole seconds), :parcel_key, :kind,
--   :consumer_group (read on behind this mismatch), :rows_max.
-- Row: parcel_id, kind, consumer_group, facts, review_no, currency, to_collect_minor, to_refund_minor,
--   whole_parcel, is_held.
-- Index: listed_by_decision; parcel_by_id, primary keys of datafix and listed_mismatch, and
--   package_by_mismatch once per row.
select
  chosen.parcel_id, chosen.kind, chosen.consumer_group, chosen.facts, chosen.review_no,
  chosen.currency, chosen.to_collect_minor, chosen.to_refund_minor, chosen.whole_parcel,
  chosen.whole_parcel and exists (
    select 1
    from listed_mismatch as beside
    where beside.run = :run and beside.parcel_key = chosen.parcel_key and beside.class <> 'INFO'
      and coalesce(beside.decision, '') <> 'CONFIRMED') as is_held
from (
  select
    listed.parcel_key, listed.parcel_id, listed.kind, listed.consumer_group, listed.facts,
    listed.review_no, listed.currency, listed.to_collect_minor, listed.to_refund_minor,
    exists (
      select 1
      from parcel
      join datafix on datafix.run = parcel.run and datafix.partition_no = parcel.partition_no
        and datafix.parcel_key = parcel.parcel_key
      where parcel.run = :run and parcel.parcel_id = listed.parcel_id
        and datafix.stands_on = listed.kind and datafix.consumer_group = listed.consumer_group
        and datafix.suggestion in (
          'REVERT_OUTBOUND', 'COMPLETE_OUTBOUND', 'SEND_REVERSAL', 'REPLAY_EVENT')) as whole_parcel
  from listed_mismatch as listed
  where listed.run = :run and listed.decision = 'CONFIRMED' and listed.parcel_key >= :parcel_key
    and (listed.parcel_key > :parcel_key or listed.kind > :kind
      or listed.kind = :kind and listed.consumer_group > :consumer_group)
    and exists (
      select 1
      from parcel
      join datafix on datafix.run = parcel.run and datafix.partition_no = parcel.partition_no
        and datafix.parcel_key = parcel.parcel_key
      where parcel.run = :run and parcel.parcel_id = listed.parcel_id
        and datafix.stands_on = listed.kind and datafix.consumer_group = listed.consumer_group
        and datafix.form not in ('CALL', 'NOTE'))
    and not exists (
      select 1
      from package_mismatch as packed
      join datafix_package as package on package.package_no = packed.package_no
      where packed.parcel_key = listed.parcel_key and packed.kind = listed.kind
        and packed.consumer_group = listed.consumer_group and package.incident_id = :incident_id
        and not exists (
          select 1
          from package_decision as decided
          where decided.package_no = package.package_no
            and (decided.decision <> 'APPROVED' or decided.expires_at <= :now)))
  order by listed.run, listed.decision, listed.parcel_key, listed.kind, listed.consumer_group
  fetch first :rows_max rows only) as chosen
order by chosen.parcel_key, chosen.kind, chosen.consumer_group
