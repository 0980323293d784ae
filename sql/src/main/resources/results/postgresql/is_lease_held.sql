-- Whether this very connection holds a run; a pooler may have put another one in its place.
-- Parameters: :run.
-- Row: one truth value.
-- Index: none.
select exists (
  select 1
  from pg_locks
  where locktype = 'advisory' and granted and objsubid = 2 and pid = pg_backend_pid()
    and classid = cast(cast('run' as regclass) as oid)
    and cast(objid as bigint) = :run)
