-- Saves a suggestion for a parcel.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of datafix.
insert into datafix (
  run, partition_no, parcel_key, position, suggestion, form, stands_on, consumer_group,
  amount_minor, currency)
values (
  :run, :partition_no, :parcel_key, :position, :suggestion, :form, :stands_on, :consumer_group,
  :amount_minor, :currency)
