-- The runs behind another one that have not been removed, in their order; no controls.
-- Parameters: :after (a run), :rows_max.
-- Row: run, incident_id, started_at.
-- Index: run_by_removal.
select run, incident_id, started_at
from run
where removed_at is null and run > :after and control_of is null
order by removed_at, run
fetch first :rows_max rows only
