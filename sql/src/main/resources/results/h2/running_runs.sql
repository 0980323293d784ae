-- The runs that say RUNNING; the process that has the file open knows which of them it works on.
-- Parameters: none.
-- Row: run.
-- Index: run_by_state.
select run from run where state = 'RUNNING' order by run
