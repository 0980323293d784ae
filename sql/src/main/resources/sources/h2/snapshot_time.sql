-- Takes the snapshot: a transaction's first statement does.
-- Row: the database's time of it, in seconds since 1970.
select extract(epoch from current_timestamp)
