-- The latest finished run of an incident but controls.
-- Parameters: :incident_id.
-- Row: one, or none when there is none: run.
-- Index: none; runs are few.
select run
from run
where incident_id = :incident_id and control_of is null and state in ('COMPLETE', 'INCOMPLETE')
order by run desc
fetch first 1 row only
