-- Saves a followed parcel about which nothing was found, with all its records.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of followed_parcel.
insert into followed_parcel (run, partition_no, parcel_key, verdict, store_id, evidence)
values (:run, :partition_no, :parcel_key, :verdict, :store_id, :evidence)
