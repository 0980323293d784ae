-- Parcels that may be one of several on one receipt, those of one receipt one after another.
-- Parameters: :run.
-- Row: partition_no, parcel_id, checkout_id, currency, difference_minor.
-- Index: receipt_candidate_by_checkout.
select partition_no, parcel_id, checkout_id, currency, difference_minor
from receipt_candidate
where run = :run
order by run, checkout_id, currency, parcel_key
