-- What settled receipts took away, by currency.
-- Parameters: :run.
-- Row: currency, due_minus_paid_minor.
-- Index: primary key of settled_amount.
select currency, due_minus_paid_minor
from settled_amount
where run = :run
order by currency
