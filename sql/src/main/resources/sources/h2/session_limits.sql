-- Limits how long a statement waits for a lock.
-- Parameter: lock_millis.
set lock_timeout :lock_millis
