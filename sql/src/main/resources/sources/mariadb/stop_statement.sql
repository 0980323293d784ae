-- Stops what a session of ours is reading; the session itself goes on.
-- Parameter: id, the session's number.
kill query :id
