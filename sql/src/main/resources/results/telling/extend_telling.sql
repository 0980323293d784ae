-- Adds a window to what a target is to be told, unless somebody has begun to send it.
-- Parameters: :telling_key, :message, :window_to.
-- Row: none.
-- Index: primary key of telling.
update telling set message = :message, window_to = :window_to
where telling_key = :telling_key and tries = 0
