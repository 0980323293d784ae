-- Counts the parcels of a partition as clean whose last mismatch a settled receipt explained.
-- Parameters: :run, :partition_no.
-- Row: none.
-- Index: primary keys of parcel, receipt_candidate and mismatch.
update parcel
set standing = 'CLEAN'
where run = :run and partition_no = :partition_no
  and parcel_key in (
    select candidate.parcel_key
    from receipt_candidate as candidate
    where candidate.run = :run and candidate.partition_no = :partition_no
      and not exists (
        select 1
        from mismatch
        where mismatch.run = :run and mismatch.partition_no = :partition_no
          and mismatch.parcel_key = candidate.parcel_key))
