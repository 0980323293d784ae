-- Runs but controls before another one, the newest first, with what they counted.
-- Parameters: :before (a run; exclusive), :rows_max.
-- Row: a run; totals (JSON), null where it has none or did not keep them.
-- Index: primary keys of run (control_of is asked for so that no index of it is taken) and run_total.
select
  run.run, incident, as_of, state, exit_code, day_total, answers_through, out_directory, language,
  callers, script_form, fail_on_mismatch, configuration_sha256, configuration_version, settings,
  started_at, ended_at, control_of, recheck_of, removed_at, totals
from (
  select own.run
  from run as own
  where own.run < :before and case when own.control_of is null then true else false end
  order by own.run desc
  fetch first :rows_max rows only) as newest
join run on run.run = newest.run
left join run_total on run_total.run = newest.run
order by run.run desc
