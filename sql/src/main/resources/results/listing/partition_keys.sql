-- The keys of the parcels of a partition, settled ones among them.
-- Parameters: :run, :partition_no.
-- Row: parcel_key.
-- Index: primary key of parcel.
select parcel_key from parcel where run = :run and partition_no = :partition_no
