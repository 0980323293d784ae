-- What the databases of a run's sources call the snapshots they were read in.
-- Parameters: :run.
-- Row: source, snapshot, in no particular order.
-- Index: primary key of planned_source.
select source, snapshot from planned_source where run = :run and snapshot is not null
