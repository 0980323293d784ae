-- Another run for a window that is being judged.
-- Parameters: :schedule, :window_to, :run.
-- Row: none.
-- Index: primary key of scheduled_window.
update scheduled_window set run = :run where schedule = :schedule and window_to = :window_to
