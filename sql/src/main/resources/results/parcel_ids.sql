-- The ids of all parcels of a run about which something was found, settled ones among them.
-- Parameters: :run.
-- Row: parcel_id.
-- Index: parcel_by_id.
select parcel_id
from parcel
where run = :run
