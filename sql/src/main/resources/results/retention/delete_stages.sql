-- Forgets how long the stages of a run took.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of run_stage.
delete from run_stage where run = :run
