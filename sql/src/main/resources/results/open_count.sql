-- What is open in a run.
-- Parameters: :run.
-- Row: one, or none when it was not counted: counts (JSON).
-- Index: primary key of open_count.
select counts from open_count where run = :run
