-- Saves what the COD pick-ups of a partition leave open in one currency.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of partition_cod_balance.
insert into partition_cod_balance (
  run, partition_no, currency, due_minus_paid_minor, within_tolerance_minor)
values (:run, :partition_no, :currency, :due_minus_paid_minor, :within_tolerance_minor)
