-- Keeps others from counting over the same run's list until the transaction has ended.
-- Parameters: :run.
-- Row: one: run.
-- Index: primary key of run.
select run from run where run = :run for update
