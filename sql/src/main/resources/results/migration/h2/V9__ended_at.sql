-- When the outbound that is shown of a parcel had ended: a pick-up of a later visit is told by it.
-- Null without an outbound, and of parcels of runs of earlier versions.

alter table parcel add column ended_at varchar(40);
