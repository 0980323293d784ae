-- What the rules knew in a run.
-- Parameters: :run.
-- Row: context (JSON), or none.
-- Index: primary key of judging_context.
select context from judging_context where run = :run
