-- The runs of windows in which no parcel was affected.
-- Parameters: none.
-- Row: run.
-- Index: none.
select run from scheduled_window where affected = 0
