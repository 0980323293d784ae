-- Saves the parcels completed on the days the window touches.
-- Parameters: :run, :day_total.
-- Row: none.
-- Index: primary key of run.
update run set day_total = :day_total where run = :run
