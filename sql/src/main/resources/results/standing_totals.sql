-- Parcels by standing and verdict; clean ones are those whose receipt was settled.
-- Parameters: :run.
-- Row: standing, verdict (null without a completed outbound), parcels.
-- Index: primary key of parcel.
select standing, verdict, count(*) as parcels
from parcel
where run = :run
group by standing, verdict
