-- All reviews of an incident, those of a mismatch one after another.
-- Parameters: :incident_id.
-- Row: review_no, run, parcel_id, kind, consumer_group, facts, what, decision, assignee, note,
--   reviewed_by, reviewed_at.
-- Index: review_of_mismatch.
select
  review_no, run, parcel_id, kind, consumer_group, facts, what, decision, assignee, note,
  reviewed_by, reviewed_at
from review
where incident_id = :incident_id
order by incident_id, parcel_id, kind, consumer_group, review_no
