-- Ends a run.
-- Parameters: :run, :state, :exit_code, :ended_at.
-- Row: none.
-- Index: primary key of run.
update run set state = :state, exit_code = :exit_code, ended_at = :ended_at where run = :run
