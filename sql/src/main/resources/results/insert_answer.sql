-- Adds an answer.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of answer.
insert into answer (
  incident_id, answer_no, run, parcel_id, answer, answered_at, answered_by, note)
values (
  :incident_id, :answer_no, :run, :parcel_id, :answer, :answered_at, :answered_by, :note)
