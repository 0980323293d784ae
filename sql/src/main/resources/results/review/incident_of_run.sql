-- The incident of a run that is no control.
-- Parameters: :run.
-- Row: one or none: incident_id.
-- Index: primary key of run.
select incident_id from run where run = :run and control_of is null
