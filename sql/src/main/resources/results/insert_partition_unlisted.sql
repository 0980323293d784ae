-- Keeps the parcels of a partition about which nothing was found.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of partition_unlisted.
insert into partition_unlisted (run, partition_no, parcels, left_out, unlisted)
values (:run, :partition_no, :parcels, :left_out, :unlisted)
