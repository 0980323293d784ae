-- Has the server ask every 10 s whether this connection's host is there, in place of every 2 hours,
-- and keep the connection however long it says nothing.
-- Parameters: none.
-- Row: what was set.
-- Index: none.
select
  set_config('tcp_keepalives_idle', '10', false) as idle,
  set_config('tcp_keepalives_interval', '10', false) as every,
  set_config('tcp_keepalives_count', '3', false) as times,
  set_config('idle_session_timeout', '0', false) as silence
