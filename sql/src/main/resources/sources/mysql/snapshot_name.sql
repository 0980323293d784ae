-- Names the snapshot by the transactions the server had executed.
-- Row: the name.
select concat('gtid ', nullif(@@global.gtid_executed, ''))
