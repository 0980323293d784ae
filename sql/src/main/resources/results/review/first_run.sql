-- The first run of an incident that lists a mismatch, or did so before it was removed.
-- Parameters: :incident_id, :parcel_key, :kind, :consumer_group.
-- Row: one: run, null when no run lists it.
-- Index: primary key of first_listed; run_of_incident, primary key of listed_mismatch once per run.
select min(found.run) as run
from (
  select known.run
  from first_listed as known
  where known.incident_id = :incident_id and known.parcel_key = :parcel_key and known.kind = :kind
    and known.consumer_group = :consumer_group
  union all
  (select run.run
    from run
    where run.incident_id = :incident_id and run.control_of is null
      and exists (
        select 1
        from listed_mismatch as listed
        where listed.run = run.run and listed.parcel_key = :parcel_key and listed.kind = :kind
          and listed.consumer_group = :consumer_group)
    order by run.run
    fetch first 1 row only)) as found
