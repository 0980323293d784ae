-- Keeps that a run was the first of its incident to list a mismatch, of all of which it was.
-- Parameters: :run, :incident_id.
-- Row: none.
-- Index: primary keys of listed_mismatch and first_listed, run_of_incident once per row.
insert into first_listed (incident_id, parcel_key, kind, consumer_group, run)
select :incident_id, listed.parcel_key, listed.kind, listed.consumer_group, listed.run
from listed_mismatch as listed
where listed.run = :run
  and not exists (
    select 1
    from first_listed as known
    where known.incident_id = :incident_id and known.parcel_key = listed.parcel_key
      and known.kind = listed.kind and known.consumer_group = listed.consumer_group)
  and not exists (
    select 1
    from run as earlier
    join listed_mismatch as before on before.run = earlier.run
      and before.parcel_key = listed.parcel_key and before.kind = listed.kind
      and before.consumer_group = listed.consumer_group
    where earlier.incident_id = :incident_id and earlier.run < :run
      and earlier.control_of is null)
