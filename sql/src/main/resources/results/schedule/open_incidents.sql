-- The latest finished run of each incident that has its results, with what is open in it; no
-- controls.
-- Parameters: none.
-- Row: run, counts (JSON; null where it was not counted yet), in the order of the runs.
-- Index: run_by_state; primary key of open_count.
select latest.run, open_count.counts
from (
  select max(run) as run
  from run
  where control_of is null and removed_at is null and state in ('COMPLETE', 'INCOMPLETE')
  group by incident_id) latest
left join open_count on open_count.run = latest.run
order by latest.run
