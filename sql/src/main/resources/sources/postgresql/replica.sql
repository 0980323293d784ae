-- Tells up to when a replica has replayed what was written on its primary. On an idle primary the
-- time of the last transaction stands still; when all that was received is replayed and the
-- receiver lives, the replica is as current as the receiver's last message.
-- Row: whether it is a replica, and the time in seconds since 1970 (null where it does not know).
select pg_is_in_recovery(),
       extract(epoch from
         case when receiver.pid is not null
                   and pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()
              then coalesce(receiver.last_msg_receipt_time, clock_timestamp())
              else pg_last_xact_replay_timestamp()
         end)
  from (select 1) one
  left join pg_stat_wal_receiver receiver on true
