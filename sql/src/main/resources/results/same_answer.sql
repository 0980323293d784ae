-- Counts answers that say the same.
-- Parameters: :incident_id, :parcel_id, :answer, :answered_at, :answered_by, :note.
-- Row: one number.
-- Index: answer_of_parcel.
select count(*)
from answer
where incident_id = :incident_id and parcel_id = :parcel_id and answer = :answer
  and answered_at = :answered_at and answered_by = :answered_by and note = :note
