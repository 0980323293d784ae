-- Names the snapshot by the binary log's position it was taken at; without such a log, by the last
-- transaction known.
-- Row: the name.
select coalesce(
         (select concat('gtid ', binlog_gtid_pos(file, position), ', binlog ', file, ':', position)
            from (select max(case when variable_name = 'BINLOG_SNAPSHOT_FILE' then variable_value end) as file,
                         max(case when variable_name = 'BINLOG_SNAPSHOT_POSITION' then variable_value end) as position
                    from information_schema.session_status
                   where variable_name in ('BINLOG_SNAPSHOT_FILE', 'BINLOG_SNAPSHOT_POSITION')) log
           where file > ''),
         concat('gtid ', nullif(@@gtid_current_pos, '')))
