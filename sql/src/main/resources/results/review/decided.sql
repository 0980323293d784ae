-- The latest decision on the facts with which a run lists a mismatch.
-- Parameters: :incident_id, :run, :parcel_key, :parcel_id, :kind, :consumer_group, :through (a number
--   of a review; inclusive).
-- Row: one or none: review_no, run, parcel_id, kind, consumer_group, facts, what, decision, assignee,
--   note, reviewed_by, reviewed_at.
-- Index: primary key of listed_mismatch, review_of_mismatch.
select
  review.review_no, review.run, review.parcel_id, review.kind, review.consumer_group, review.facts,
  review.what, review.decision, review.assignee, review.note, review.reviewed_by,
  review.reviewed_at
from listed_mismatch as listed
join review
  on review.incident_id = :incident_id and review.parcel_id = :parcel_id
  and review.kind = listed.kind and review.consumer_group = listed.consumer_group
  and review.facts = listed.facts
where listed.run = :run and listed.parcel_key = :parcel_key and listed.kind = :kind
  and listed.consumer_group = :consumer_group
  and review.what = 'DECIDED' and review.review_no <= :through
order by review.review_no desc
fetch first 1 row only
