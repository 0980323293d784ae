-- The latest runs of an incident but controls, of whatever state, newest first.
-- Parameters: :incident_id, :rows_max.
-- Row: run.
-- Index: run_of_incident.
select run
from run
where incident_id = :incident_id and control_of is null
order by incident_id desc, run desc
fetch first :rows_max rows only
