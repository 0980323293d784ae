-- Deletes what was suggested for the parcels of a partition.
-- Parameters: :run, :partition_no.
-- Row: none.
-- Index: primary key of datafix.
delete from datafix where run = :run and partition_no = :partition_no
