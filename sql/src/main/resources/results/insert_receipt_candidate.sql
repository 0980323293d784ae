-- Saves a parcel that may be one of several on one receipt.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of receipt_candidate.
insert into receipt_candidate (
  run, partition_no, parcel_key, parcel_id, checkout_id, currency, difference_minor)
values (
  :run, :partition_no, :parcel_key, :parcel_id, :checkout_id, :currency, :difference_minor)
