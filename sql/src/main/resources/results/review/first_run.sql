-- The first run of an incident that lists a mismatch.
-- Parameters: :incident_id, :parcel_key, :kind, :consumer_group.
-- Row: one, or none when no run lists it: run.
-- Index: run_of_incident, primary key of listed_mismatch, once per run.
select run
from run
where incident_id = :incident_id and control_of is null
  and exists (
    select 1
    from listed_mismatch as listed
    where listed.run = run.run and listed.parcel_key = :parcel_key and listed.kind = :kind
      and listed.consumer_group = :consumer_group)
order by run
fetch first 1 row only
