-- Saves how a parcel is counted, where that is not as matched.
-- Parameters: :run, :partition_no, :parcel_key, :standing.
-- Row: none.
-- Index: primary key of parcel.
update parcel
set standing = :standing
where run = :run and partition_no = :partition_no and parcel_key = :parcel_key
  and standing <> :standing
