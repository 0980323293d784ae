-- Names the snapshot by the log's position (of a replica: as far as it was replayed) and by the
-- transactions it sees.
-- Row: the name.
select concat(
         'lsn ',
         case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end,
         ', snapshot ',
         pg_current_snapshot())
