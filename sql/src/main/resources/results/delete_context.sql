-- Deletes what the rules knew in a run.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of judging_context.
delete from judging_context where run = :run
