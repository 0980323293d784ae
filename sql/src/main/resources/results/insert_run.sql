-- Begins a run.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of run.
insert into run (
  run, incident_id, incident, as_of, state, answers_through, out_directory, language, callers,
  script_form, fail_on_mismatch, configuration_sha256, configuration_version, settings, started_at,
  control_of, first_found_run, recheck_of)
values (
  :run, :incident_id, :incident, :as_of, :state, :answers_through, :out_directory, :language,
  :callers, :script_form, :fail_on_mismatch, :configuration_sha256, :configuration_version, :settings,
  :started_at, :control_of, :first_found_run, :recheck_of)
