-- What a run's list shows of the reviews of some parcels.
-- Parameters: :run, :parcel_keys (an array).
-- Row: parcel_id, kind, consumer_group, decision, assignee.
-- Index: primary key of listed_mismatch, once per parcel.
select listed.parcel_id, listed.kind, listed.consumer_group, listed.decision, listed.assignee
from unnest(cast(:parcel_keys as bytea array)) as wanted (parcel_key)
join listed_mismatch as listed on listed.run = :run and listed.parcel_key = wanted.parcel_key
