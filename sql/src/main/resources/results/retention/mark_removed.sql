-- Tells of a run and its control that what they found is removed. One that was interrupted cannot be
-- gone on with from now on: it has failed.
-- Parameters: :run, :removed_at (an instant), :exit_code (of one that was interrupted).
-- Row: none.
-- Index: primary key of run, run_by_control.
update run
set removed_at = :removed_at, exit_code = coalesce(exit_code, :exit_code),
  ended_at = coalesce(ended_at, :removed_at),
  state = case when state = 'INTERRUPTED' then 'FAILED' else state end
where (run = :run or control_of = :run) and removed_at is null and state <> 'RUNNING'
