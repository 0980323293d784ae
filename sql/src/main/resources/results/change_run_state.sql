-- Changes how a run stands, unless it was removed; a state that is no end takes an earlier end back.
-- Parameters: :run, :state.
-- Row: none.
-- Index: primary key of run.
update run
set state = :state, exit_code = null, ended_at = null
where run = :run and removed_at is null
