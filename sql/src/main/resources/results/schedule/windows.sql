-- Windows of a schedule that end before another one, the last first.
-- Parameters: :schedule, :before (an instant, or a text after all of them), :rows_max.
-- Row: schedule, window_from, window_to, due_at, state, run, begun_at, ended_at, affected.
-- Index: primary key of scheduled_window.
select schedule, window_from, window_to, due_at, state, run, begun_at, ended_at, affected
from scheduled_window
where schedule = :schedule and window_to < :before
order by window_to desc
fetch first :rows_max rows only
