-- The runs that some process works on, whatever its user. A lock of two numbers is known by the
-- table's oid and the run; 0 is no run, but the turn to give numbers.
-- Parameters: none.
-- Row: run.
-- Index: none.
select cast(objid as bigint) as run
from pg_locks
where locktype = 'advisory' and granted and objsubid = 2 and objid <> 0
  and classid = cast(cast('run' as regclass) as oid)
  and database = (select oid from pg_database where datname = current_database())
