-- Re-checks begun by the clock of which it is not settled yet what is to be told.
-- Parameters: none.
-- Row: run, round, in the order of the runs.
-- Index: scheduled_recheck_to_end.
select run, round from scheduled_recheck where ended_at is null order by run
