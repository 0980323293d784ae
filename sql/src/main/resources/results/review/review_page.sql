-- The next reviews of an incident behind a number.
-- Parameters: :incident_id, :after (a number of a review; exclusive), :rows_max.
-- Row: review_no, run, parcel_id, kind, consumer_group, facts, what, decision, assignee, note,
--   reviewed_by, reviewed_at.
-- Index: primary key of review.
select
  review_no, run, parcel_id, kind, consumer_group, facts, what, decision, assignee, note,
  reviewed_by, reviewed_at
from review
where incident_id = :incident_id and review_no > :after
order by incident_id, review_no
fetch first :rows_max rows only
