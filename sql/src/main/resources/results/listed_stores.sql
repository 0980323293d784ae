-- The site's store list as it was read.
-- Parameters: :run.
-- Row: store_id, name, area, supervisor, phone, in the order of reading.
-- Index: primary key of listed_store.
select store_id, name, area, supervisor, phone from listed_store where run = :run order by position
