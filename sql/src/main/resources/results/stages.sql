-- The stages of a run, in the order in which they were first saved.
-- Parameters: :run.
-- Row: name, millis, stage_rows.
-- Index: primary key of run_stage.
select name, millis, stage_rows from run_stage where run = :run order by stage_no
