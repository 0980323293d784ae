-- Saves what the rules know in a run.
-- Parameters: :run, :context (JSON).
-- Row: none.
-- Index: primary key of judging_context.
insert into judging_context (run, context) values (:run, :context)
