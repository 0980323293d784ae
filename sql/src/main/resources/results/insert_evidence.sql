-- Saves all records of a parcel with a mismatch.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of evidence.
insert into evidence (run, partition_no, parcel_key, evidence)
values (:run, :partition_no, :parcel_key, :evidence)
