-- Saves the completed outbounds in scope of one store in a partition.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of partition_store.
insert into partition_store (run, partition_no, store_id, outbounds)
values (:run, :partition_no, :store_id, :outbounds)
