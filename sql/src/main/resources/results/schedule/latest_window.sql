-- The window of a schedule that ends last, of those that were begun or given up.
-- Parameters: :schedule.
-- Row: schedule, window_from, window_to, due_at, state, run, begun_at, ended_at, affected; none before the first.
-- Index: primary key of scheduled_window.
select schedule, window_from, window_to, due_at, state, run, begun_at, ended_at, affected
from scheduled_window
where schedule = :schedule
order by window_to desc
fetch first 1 rows only
