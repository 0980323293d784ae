-- Takes away what was added up of an incident's runs when others have ended since.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of end_sum.
delete from end_sum where run = :run
