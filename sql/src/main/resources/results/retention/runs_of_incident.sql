-- The runs of an incident that have not been removed, oldest first; no controls.
-- Parameters: :incident_id.
-- Row: run, incident (JSON), state, started_at, ended_at, first_found_run, recheck_of.
-- Index: run_of_incident.
select run, incident, state, started_at, ended_at, first_found_run, recheck_of
from run
where incident_id = :incident_id and removed_at is null and control_of is null
order by run
