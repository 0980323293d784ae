-- Lets other connections see this transaction's snapshot.
-- Row: the snapshot's name.
select pg_export_snapshot()
