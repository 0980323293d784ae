-- Runs before another one, the newest first, with what they counted: neither controls nor those of
-- scheduled windows in which nothing was affected.
-- Parameters: :before (a run; exclusive), :rows_max.
-- Row: a run; totals (JSON), null where it has none or did not keep them.
-- Index: primary keys of run (control_of is asked for so that no index of it is taken) and run_total,
--   scheduled_window_by_run once per run.
select
  run.run, incident, as_of, state, exit_code, day_total, answers_through, out_directory, language,
  callers, script_form, fail_on_mismatch, configuration_sha256, configuration_version, settings,
  started_at, ended_at, control_of, recheck_of, removed_at, totals
from (
  select own.run
  from run as own
  where own.run < :before and case when own.control_of is null then true else false end
    and not exists (
      select 1
      from scheduled_window as quiet
      where quiet.run = own.run and quiet.affected = 0)
  order by own.run desc
  fetch first :rows_max rows only) as newest
join run on run.run = newest.run
left join run_total on run_total.run = newest.run
order by run.run desc
