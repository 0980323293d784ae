-- Deletes every matched partition of a run, and by cascade all that was found in them.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of matched_partition.
delete from matched_partition where run = :run
