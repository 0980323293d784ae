-- The answers to an incident up to a number, in their order.
-- Parameters: :incident_id, :through.
-- Row: an answer.
-- Index: primary key of answer.
select answer_no, run, parcel_id, answer, answered_at, answered_by, note
from answer
where incident_id = :incident_id and answer_no <= :through
order by incident_id, answer_no
