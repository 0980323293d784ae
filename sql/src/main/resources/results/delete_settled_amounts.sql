-- Forgets what settled receipts took away.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of settled_amount.
delete from settled_amount where run = :run
