-- One run.
-- Parameters: :run.
-- Row: the run, or none.
-- Index: primary key of run.
select
  run, incident, as_of, state, exit_code, day_total, answers_through, out_directory, language,
  callers, script_form, fail_on_mismatch, configuration_sha256, configuration_version, settings,
  started_at, ended_at, control_of, recheck_of, removed_at
from run
where run = :run
