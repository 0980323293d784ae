-- Marks a partition as matched.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of matched_partition.
insert into matched_partition (
  run, partition_no, parcels_in_scope, parcels_clean, completed_on_days, pick_ups)
values (
  :run, :partition_no, :parcels_in_scope, :parcels_clean, :completed_on_days, :pick_ups)
