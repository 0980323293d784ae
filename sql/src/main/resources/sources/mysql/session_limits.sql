-- Limits how long a statement of this session runs and waits for a lock, keeps the session alive
-- while it waits for us, and takes off a limit of rows that the server may set for everybody.
-- Each server takes the comment that is for it: this driver reads MariaDB, too.
-- Parameter: lock_millis.
set session /*!50708 max_execution_time = 1800000, */
            /*M! max_statement_time = 1800, */
            lock_wait_timeout = greatest(1, :lock_millis div 1000),
            wait_timeout = 86400,
            net_write_timeout = 3600,
            sql_select_limit = 18446744073709551615
