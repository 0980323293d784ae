-- Takes the snapshot: a transaction's first statement does.
-- Row: when the transaction began, in seconds since 1970.
select extract(epoch from current_timestamp)
