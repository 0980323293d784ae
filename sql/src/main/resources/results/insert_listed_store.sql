-- Saves a store of the site's list.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of listed_store.
insert into listed_store (run, position, store_id, name, area, supervisor, phone)
values (:run, :position, :store_id, :name, :area, :supervisor, :phone)
