-- What was counted over the parcels of a matched partition.
-- Parameters: :run, :partition_no.
-- Row: parcels_in_scope, parcels_clean, completed_on_days, pick_ups.
-- Index: primary key of matched_partition.
select parcels_in_scope, parcels_clean, completed_on_days, pick_ups
from matched_partition
where run = :run and partition_no = :partition_no
