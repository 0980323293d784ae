-- Has the server ask every 10 s whether this connection's host is there, in place of every 2 hours,
-- and end the connection of a process that says nothing for as long as a host may be silent: 40 s.
-- Parameters: none.
-- Row: what was set.
-- Index: none.
select
  set_config('tcp_keepalives_idle', '10', false) as idle,
  set_config('tcp_keepalives_interval', '10', false) as every,
  set_config('tcp_keepalives_count', '3', false) as times,
  set_config('idle_session_timeout', '40s', false) as silence
