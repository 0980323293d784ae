-- The control of a run.
-- Parameters: :run.
-- Row: the control's number, or none.
-- Index: run_by_control.
select run from run where control_of = :run
