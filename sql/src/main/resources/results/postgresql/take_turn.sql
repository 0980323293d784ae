-- Waits until no other transaction has the turn, in whatever process, and has it to its own end;
-- that of a process that is suspended in it is ended by the server.
-- Parameters: none.
-- Row: an empty text, and how long the transaction may do nothing.
-- Index: none.
select
  cast(pg_advisory_xact_lock(cast(cast(cast('run' as regclass) as oid) as integer), 0) as text) as turn,
  set_config('idle_in_transaction_session_timeout', '40s', true) as silence
