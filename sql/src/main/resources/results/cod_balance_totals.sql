-- What the COD pick-ups of all partitions leave open, by currency.
-- Parameters: :run.
-- Row: currency, due_minus_paid_minor, within_tolerance_minor.
-- Index: primary key of partition_cod_balance.
select
  currency, sum(due_minus_paid_minor) as due_minus_paid_minor,
  sum(within_tolerance_minor) as within_tolerance_minor
from partition_cod_balance
where run = :run
group by currency
order by currency
