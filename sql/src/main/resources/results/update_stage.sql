-- Replaces the time of a stage that was saved before.
-- Parameters: :run, :name, :millis, :rows.
-- Row: none.
-- Index: primary key of run_stage.
update run_stage set millis = :millis, stage_rows = :rows where run = :run and name = :name
