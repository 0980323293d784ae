-- The runs that say RUNNING. Whoever is about to change how one of them stands waits until the
-- transaction ends; who writes what belongs to it does not.
-- Parameters: none.
-- Row: run.
-- Index: run_by_state.
select run from run where state = 'RUNNING' order by run for no key update
