-- Saves what settled receipts took away in one currency.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of settled_amount.
insert into settled_amount (run, currency, due_minus_paid_minor)
values (:run, :currency, :due_minus_paid_minor)
