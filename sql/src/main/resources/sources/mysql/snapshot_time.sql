-- Row: the database's time, in seconds since 1970.
select unix_timestamp(now(6))
