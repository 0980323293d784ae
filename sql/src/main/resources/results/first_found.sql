-- The run that first found the incident of a run.
-- Parameters: :run.
-- Row: the first run's number, or none.
-- Index: primary key of run.
select first_found_run from run where run = :run and first_found_run is not null
