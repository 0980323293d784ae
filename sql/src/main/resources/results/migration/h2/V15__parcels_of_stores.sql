-- The parcels of a store: the console's call list is read store by store.

create index parcel_by_store on parcel (run, store_id, parcel_key);
