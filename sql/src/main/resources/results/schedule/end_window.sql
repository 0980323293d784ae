-- What became of a window whose run was begun.
-- Parameters: :schedule, :window_to, :state, :ended_at.
-- Row: none.
-- Index: primary key of scheduled_window.
update scheduled_window set state = :state, ended_at = :ended_at
where schedule = :schedule and window_to = :window_to and state = 'RUNNING'
