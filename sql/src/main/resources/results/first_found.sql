-- The run that first found the incident of a run, as long as it has its results.
-- Parameters: :run.
-- Row: the first run's number, or none.
-- Index: primary key of run.
select first.run
from run as own
join run as first on first.run = own.first_found_run
where own.run = :run and first.removed_at is null
