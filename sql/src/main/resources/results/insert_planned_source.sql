-- Saves a source as planned.
-- Parameters: one per column; reasons and consumer_groups as JSON.
-- Row: none.
-- Index: primary key of planned_source.
insert into planned_source (
  run, source, type, by_key, reasons, complete_through, consumer_groups, snapshot, reading)
values (:run, :source, :type, :by_key, :reasons, :complete_through, :consumer_groups,
  :snapshot, :reading)
