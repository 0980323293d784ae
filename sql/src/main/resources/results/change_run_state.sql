-- Changes how a run stands; a state that is no end takes an earlier end back.
-- Parameters: :run, :state.
-- Row: none.
-- Index: primary key of run.
update run set state = :state, exit_code = null, ended_at = null where run = :run
