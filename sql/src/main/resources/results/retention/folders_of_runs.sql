-- Where runs behind another one wrote, in their order; no controls.
-- Parameters: :after (a run), :rows_max.
-- Row: run, incident_id, out_directory, state, started_at, ended_at, removed_at.
-- Index: primary key of run.
select run, incident_id, out_directory, state, started_at, ended_at, removed_at
from run
where run > :after and control_of is null
order by run
fetch first :rows_max rows only
