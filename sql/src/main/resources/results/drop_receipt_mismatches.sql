-- Takes from a parcel what a settled receipt explains.
-- Parameters: :run, :partition_no, :parcel_key.
-- Row: none.
-- Index: primary key of mismatch.
delete from mismatch
where run = :run and partition_no = :partition_no and parcel_key = :parcel_key
  and kind in ('UNCOLLECTED', 'SHORT_PAID', 'OVER_PAID', 'PAID_TWICE')
