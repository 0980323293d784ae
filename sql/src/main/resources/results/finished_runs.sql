-- The finished runs of an incident but controls, oldest first.
-- Parameters: :incident_id, :before (a run; exclusive).
-- Row: run, incident (JSON).
-- Index: none; runs are few.
select run, incident
from run
where incident_id = :incident_id and control_of is null and state in ('COMPLETE', 'INCOMPLETE')
  and run < :before
order by run
