-- What became of all that the runs of an incident found, up to a run.
-- Parameters: :run.
-- Row: one, or none when it was not added up: sums (JSON).
-- Index: primary key of end_sum.
select sums from end_sum where run = :run
