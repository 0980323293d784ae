-- Saves what a plan is for all sources.
-- Parameters: :run, :partitions, :day_total.
-- Row: none.
-- Index: primary key of run_plan.
insert into run_plan (run, partitions, day_total) values (:run, :partitions, :day_total)
