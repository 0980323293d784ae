-- What a run counted.
-- Parameters: :run.
-- Row: totals (JSON), or none.
-- Index: primary key of run_total.
select totals from run_total where run = :run
