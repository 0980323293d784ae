-- Deletes a run's plan, and by cascade its sources, splits, rejects and store list.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of run_plan.
delete from run_plan where run = :run
