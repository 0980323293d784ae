-- Limits how long a statement of this session runs and waits for a lock, and refuses its writes.
-- Parameters: statement_millis, lock_millis.
select set_config('statement_timeout', cast(:statement_millis as text), false),
       set_config('lock_timeout', cast(:lock_millis as text), false),
       set_config('default_transaction_read_only', 'on', false)
