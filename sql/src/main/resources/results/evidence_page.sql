-- The records of the parcels of one page.
-- Parameters: :run, :partition_no, :after, :last (keys; after exclusive, last inclusive).
-- Row: parcel_key, evidence.
-- Index: primary key of evidence.
select parcel_key, evidence
from evidence
where run = :run and partition_no = :partition_no
  and parcel_key > :after and parcel_key <= :last
order by run, partition_no, parcel_key
