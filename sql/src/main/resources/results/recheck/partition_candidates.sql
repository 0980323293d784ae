-- The parcels of a partition whose difference other parcels of their receipt may settle.
-- Parameters: :run, :partition_no.
-- Row: parcel_key.
-- Index: primary key of receipt_candidate.
select parcel_key
from receipt_candidate
where run = :run and partition_no = :partition_no
