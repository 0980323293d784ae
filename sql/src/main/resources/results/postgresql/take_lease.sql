-- Takes a run for this connection, for as long as it lasts, unless another one holds it.
-- Parameters: :run.
-- Row: whether it was taken.
-- Index: none.
select pg_try_advisory_lock(cast(cast(cast('run' as regclass) as oid) as integer), cast(:run as integer))
