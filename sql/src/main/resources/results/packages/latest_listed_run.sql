-- The latest finished run of an incident that lists its mismatches.
-- Parameters: :incident_id.
-- Row: one: run, null without any.
-- Index: none; runs are few.
select max(run) as run
from run
where incident_id = :incident_id and control_of is null and state in ('COMPLETE', 'INCOMPLETE')
  and exists (select 1 from listed_total as listed where listed.run = run.run)
