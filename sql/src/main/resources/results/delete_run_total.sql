-- Forgets what a run counted.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of run_total.
delete from run_total where run = :run
