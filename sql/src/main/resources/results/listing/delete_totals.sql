-- Forgets what was counted over a run's list.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of listed_total.
delete from listed_total where run = :run
