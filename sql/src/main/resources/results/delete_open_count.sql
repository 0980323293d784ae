-- Takes away what was counted as open in a run that is settled again.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of open_count.
delete from open_count where run = :run
