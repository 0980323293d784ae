-- How many runs of an incident are being worked on.
-- Parameters: :incident_id.
-- Row: one: runs.
-- Index: run_of_incident.
select count(*) as runs from run where incident_id = :incident_id and state = 'RUNNING'
