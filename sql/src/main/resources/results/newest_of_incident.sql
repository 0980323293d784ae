-- The finished runs of an incident that have their results, before another one, the newest first; no
-- controls.
-- Parameters: :incident_id, :before (a run; exclusive), :rows_max.
-- Row: a run.
-- Index: run_of_incident.
select
  run, incident, as_of, state, exit_code, day_total, answers_through, out_directory, language,
  callers, script_form, fail_on_mismatch, configuration_sha256, configuration_version, settings,
  started_at, ended_at, control_of, recheck_of, removed_at
from run
where incident_id = :incident_id and run < :before and control_of is null and removed_at is null
  and state in ('COMPLETE', 'INCOMPLETE')
order by incident_id desc, run desc
fetch first :rows_max rows only
