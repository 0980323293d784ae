-- A window whose run begins, or that is given up.
-- Parameters: :schedule, :window_from, :window_to, :due_at, :state, :run, :begun_at, :ended_at.
-- Row: none.
-- Index: none.
insert into scheduled_window
  (schedule, window_to, window_from, due_at, state, run, begun_at, ended_at)
values
  (:schedule, :window_to, :window_from, :due_at, :state, :run, :begun_at, :ended_at)
