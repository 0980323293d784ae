-- The greatest number of a review of an incident.
-- Parameters: :incident_id.
-- Row: one: review_no, 0 without a review.
-- Index: primary key of review.
select coalesce(max(review_no), 0) as review_no from review where incident_id = :incident_id
