-- The sources of a plan, in no particular order.
-- Parameters: :run.
-- Row: source, type, by_key, reasons, complete_through, consumer_groups, snapshot.
-- Index: primary key of planned_source.
select source, type, by_key, reasons, complete_through, consumer_groups, snapshot
from planned_source
where run = :run
