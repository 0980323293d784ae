-- The latest finished run of each incident of which there is one with results, the latest first.
-- Parameters: :rows_max.
-- Row: run, incident_id.
-- Index: primary key of run (what a row must have is asked for so that no index of it is taken),
--   run_of_incident once per run.
select own.run, own.incident_id
from run as own
where case when own.control_of is null and own.removed_at is null then true else false end
  and own.state not in ('RUNNING', 'INTERRUPTED', 'FAILED')
  and not exists (
    select 1
    from run as later
    where later.incident_id = own.incident_id and later.run > own.run and later.control_of is null
      and later.removed_at is null and later.state in ('COMPLETE', 'INCOMPLETE'))
order by own.run desc
fetch first :rows_max rows only
