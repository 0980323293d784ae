-- The control of a run.
-- Parameters: :run.
-- Row: the control's number, or none.
-- Index: none; runs are few.
select run from run where control_of = :run
