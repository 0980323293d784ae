-- The finished runs of an incident, oldest first, those among them whose results were removed; no
-- controls.
-- Parameters: :incident_id, :before (a run; exclusive).
-- Row: run, incident (JSON).
-- Index: run_of_incident.
select run, incident
from run
where incident_id = :incident_id and run < :before and control_of is null
  and state in ('COMPLETE', 'INCOMPLETE')
order by run
