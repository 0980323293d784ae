-- What the database takes for the time.
-- Parameters: none.
-- Row: now.
-- Index: none.
select current_timestamp as now
