-- How many runs stand how; controls are not counted.
-- Parameters: none.
-- Row: state, runs.
-- Index: run_by_state.
select state, count(*) as runs
from run
where control_of is null
group by state
