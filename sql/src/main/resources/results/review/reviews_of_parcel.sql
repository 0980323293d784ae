-- The latest reviews of a parcel's mismatches.
-- Parameters: :incident_id, :parcel_id, :rows_max.
-- Row: review_no, run, parcel_id, kind, consumer_group, facts, what, decision, assignee, note,
--   reviewed_by, reviewed_at.
-- Index: review_of_mismatch.
select
  review_no, run, parcel_id, kind, consumer_group, facts, what, decision, assignee, note,
  reviewed_by, reviewed_at
from review
where incident_id = :incident_id and parcel_id = :parcel_id
order by review_no desc
fetch first :rows_max rows only
