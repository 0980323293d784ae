-- Keeps what a run counted.
-- Parameters: :run, :totals (JSON).
-- Row: none.
-- Index: primary key of run_total.
insert into run_total (run, totals) values (:run, :totals)
