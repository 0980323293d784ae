-- Counts a taking of a run.
-- Parameters: :run.
-- Row: the new holder's number, or none when the run is only being begun.
-- Index: primary key of run.
update run set holder_no = holder_no + 1 where run = :run returning holder_no
