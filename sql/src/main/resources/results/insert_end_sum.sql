-- Keeps what became of all that the runs of an incident found, up to a run.
-- Parameters: :run, :sums (JSON).
-- Row: none.
-- Index: primary key of end_sum.
insert into end_sum (run, sums) values (:run, :sums)
