-- Waits until no transaction of an earlier holder of a run is under way, and keeps new ones out.
-- Parameters: :run.
-- Row: run, or none.
-- Index: primary key of run.
select run from run where run = :run for update
