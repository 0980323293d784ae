-- What a plan is for all sources.
-- Parameters: :run.
-- Row: partitions, day_total; or none.
-- Index: primary key of run_plan.
select partitions, day_total from run_plan where run = :run
