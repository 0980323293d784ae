-- The latest finished run of an incident that has its results; no controls.
-- Parameters: :incident_id.
-- Row: one, or none when there is none: run.
-- Index: run_of_incident.
select run
from run
where incident_id = :incident_id and control_of is null and removed_at is null
  and state in ('COMPLETE', 'INCOMPLETE')
order by incident_id desc, run desc
fetch first 1 row only
