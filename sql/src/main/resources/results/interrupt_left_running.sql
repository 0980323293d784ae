-- Marks the runs a dead process left running.
-- Parameters: none.
-- Row: none.
-- Index: none; runs are few.
update run set state = 'INTERRUPTED' where state = 'RUNNING'
