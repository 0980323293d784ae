-- Forgets which runs first listed the mismatches of an incident.
-- Parameters: :incident_id.
-- Row: none.
-- Index: primary key of first_listed.
delete from first_listed where incident_id = :incident_id
