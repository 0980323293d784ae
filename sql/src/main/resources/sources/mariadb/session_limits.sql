-- Limits how long a statement of this session runs and waits for a lock, keeps the session alive
-- while it waits for us, and takes off a limit of rows that the server may set for everybody.
-- Parameters: statement_millis, lock_millis.
set session max_statement_time = :statement_millis / 1000,
            lock_wait_timeout = greatest(1, :lock_millis div 1000),
            idle_transaction_timeout = 0,
            idle_readonly_transaction_timeout = 0,
            wait_timeout = 86400,
            net_write_timeout = 3600,
            sql_select_limit = 18446744073709551615
