-- The runs of an incident that list a mismatch, oldest first.
-- Parameters: :incident_id.
-- Row: run.
-- Index: run_of_incident, primary key of listed_mismatch.
select run
from run
where incident_id = :incident_id and control_of is null
  and exists (select 1 from listed_mismatch as listed where listed.run = run.run)
order by run
