-- Forgets what has ended long ago.
-- Parameters: :ended_before.
-- Row: none.
-- Index: none; once an hour.
delete from telling where ended_at < :ended_before
