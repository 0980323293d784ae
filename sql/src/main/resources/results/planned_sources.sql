-- The sources of a plan, in no particular order.
-- Parameters: :run.
-- Row: source, type, by_key, reasons, complete_through, consumer_groups, snapshot,
-- reading.
-- Index: primary key of planned_source.
select source, type, by_key, reasons, complete_through, consumer_groups, snapshot, reading
from planned_source
where run = :run
