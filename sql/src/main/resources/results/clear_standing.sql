-- Counts all parcels of a partition as clean, before those with a mismatch left are named.
-- Parameters: :run, :partition_no.
-- Row: none.
-- Index: primary key of parcel.
update parcel set standing = 'CLEAN' where run = :run and partition_no = :partition_no
