-- Saves the time of a stage behind those saved before.
-- Parameters: :run, :name, :millis, :rows.
-- Row: none.
-- Index: primary key of run_stage.
insert into run_stage (run, stage_no, name, millis, stage_rows)
select :run, coalesce(max(stage_no), 0) + 1, :name, :millis, :rows
from run_stage
where run = :run
