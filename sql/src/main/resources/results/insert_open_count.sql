-- Keeps what is open in a run.
-- Parameters: :run, :counts (JSON).
-- Row: none.
-- Index: primary key of open_count.
insert into open_count (run, counts) values (:run, :counts)
