-- The answers to an incident about some parcels, in the order of their numbers.
-- Parameters: :incident_id, <parcel_ids> (a list).
-- Row: an answer.
-- Index: answer_of_parcel.
select answer_no, run, parcel_id, answer, answered_at, answered_by, note
from answer
where incident_id = :incident_id and parcel_id in (<parcel_ids>)
order by incident_id, answer_no
