-- What became of a window whose run was begun.
-- Parameters: :schedule, :window_to, :state, :ended_at, :affected (null without results).
-- Row: none.
-- Index: primary key of scheduled_window.
update scheduled_window set state = :state, ended_at = :ended_at, affected = :affected
where schedule = :schedule and window_to = :window_to and state = 'RUNNING'
