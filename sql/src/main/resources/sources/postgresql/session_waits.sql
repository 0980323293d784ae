-- Keeps this session alive while it waits for us between two statements: a snapshot dies with it.
-- Not every version knows each of the settings.
select set_config(name, '0', false)
  from pg_settings
 where name in ('idle_in_transaction_session_timeout', 'idle_session_timeout', 'transaction_timeout')
