-- The latest finished run of an incident that lists its mismatches.
-- Parameters: :incident_id.
-- Row: one: run, null without any.
-- Index: run_of_incident, primary key of listed_total once per run.
select max(run) as run
from run
where incident_id = :incident_id and control_of is null and removed_at is null
  and state in ('COMPLETE', 'INCOMPLETE')
  and exists (select 1 from listed_total as listed where listed.run = run.run)
