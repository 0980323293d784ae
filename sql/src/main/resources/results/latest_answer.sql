-- The greatest number of an answer to an incident.
-- Parameters: :incident_id.
-- Row: one number, 0 when there is no answer.
-- Index: primary key of answer.
select coalesce(max(answer_no), 0) from answer where incident_id = :incident_id
