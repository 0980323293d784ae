-- Saves a parcel with a mismatch.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of parcel.
insert into parcel (
  run, partition_no, parcel_key, parcel_id, standing, verdict, proved_by, store_id,
  cod_currency, ended_at)
values (
  :run, :partition_no, :parcel_key, :parcel_id, :standing, :verdict, :proved_by, :store_id,
  :cod_currency, :ended_at)
