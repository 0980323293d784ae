-- The mismatches of a package that it can no longer stand on: the incident's latest run does not list
-- them as confirmed with the same facts, somebody has decided otherwise since, or it changes a system
-- and another mismatch of the parcel is not confirmed.
-- Parameters: :package_no, :run (the latest), :incident_id, :rows_max.
-- Row: parcel_id, kind, consumer_group, facts, review_no, currency, to_collect_minor, to_refund_minor,
--   whole_parcel.
-- Index: primary keys of package_mismatch and listed_mismatch, review_of_mismatch.
select
  packed.parcel_id, packed.kind, packed.consumer_group, packed.facts, packed.review_no,
  packed.currency, packed.to_collect_minor, packed.to_refund_minor, packed.whole_parcel
from package_mismatch as packed
where packed.package_no = :package_no
  and (
    not exists (
      select 1
      from listed_mismatch as listed
      where listed.run = :run and listed.parcel_key = packed.parcel_key
        and listed.kind = packed.kind and listed.consumer_group = packed.consumer_group
        and listed.decision = 'CONFIRMED' and listed.facts = packed.facts)
    or exists (
      select 1
      from review
      where review.incident_id = :incident_id and review.parcel_id = packed.parcel_id
        and review.kind = packed.kind and review.consumer_group = packed.consumer_group
        and review.review_no > packed.review_no and review.decision <> 'CONFIRMED')
    or packed.whole_parcel and exists (
      select 1
      from listed_mismatch as beside
      where beside.run = :run and beside.parcel_key = packed.parcel_key and beside.class <> 'INFO'
        and coalesce(beside.decision, '') <> 'CONFIRMED'))
order by packed.parcel_key, packed.kind, packed.consumer_group
fetch first :rows_max rows only
