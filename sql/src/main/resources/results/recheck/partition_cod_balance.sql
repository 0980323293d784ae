-- The balances of a partition's COD pick-ups.
-- Parameters: :run, :partition_no.
-- Row: currency, due_minus_paid_minor, within_tolerance_minor.
-- Index: primary key of partition_cod_balance.
select currency, due_minus_paid_minor, within_tolerance_minor
from partition_cod_balance
where run = :run and partition_no = :partition_no
