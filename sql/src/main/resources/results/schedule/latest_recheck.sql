-- The latest re-check of an incident as of an instant.
-- Parameters: :incident_id, :as_of.
-- Row: one, or none when there is none: run.
-- Index: run_of_incident.
select run
from run
where incident_id = :incident_id and recheck_of is not null and as_of = :as_of
order by incident_id desc, run desc
fetch first 1 row only
