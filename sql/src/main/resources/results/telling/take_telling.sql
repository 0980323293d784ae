-- Takes a try: of several who saw the same number of tries one has it.
-- Parameters: :telling_key, :tries and :window_to (as seen: a window may have been added), :until (when it may be tried again).
-- Row: none.
-- Index: primary key of telling.
update telling set tries = tries + 1, next_at = :until
where telling_key = :telling_key and tries = :tries and window_to = :window_to and state = 'WAITING'
