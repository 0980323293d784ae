-- Takes the mismatches of a parcel off the list.
-- Parameters: :run, :parcel_key.
-- Row: none.
-- Index: primary key of listed_mismatch.
delete from listed_mismatch where run = :run and parcel_key = :parcel_key
