-- Row: 1 where nobody writes but replication, else 0.
select @@global.read_only
