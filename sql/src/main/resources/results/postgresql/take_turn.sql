-- Waits until no other transaction has the turn, in whatever process, and has it to its own end.
-- Parameters: none.
-- Row: an empty text.
-- Index: none.
select cast(pg_advisory_xact_lock(cast(cast(cast('run' as regclass) as oid) as integer), 0) as text)
