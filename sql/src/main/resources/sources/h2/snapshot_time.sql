-- Takes the snapshot: a transaction's first statement does.
-- Row: the database's time of it.
select current_timestamp
