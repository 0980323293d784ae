-- Parcels in scope and clean as matched, over all partitions.
-- Parameters: :run.
-- Row: parcels_in_scope, parcels_clean.
-- Index: primary key of matched_partition.
select
  coalesce(sum(parcels_in_scope), 0) as parcels_in_scope,
  coalesce(sum(parcels_clean), 0) as parcels_clean
from matched_partition
where run = :run
