-- Takes all of a run off the list.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of listed_mismatch.
delete from listed_mismatch where run = :run
