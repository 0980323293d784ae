-- Saves a split as planned, not yet read.
-- Parameters: :run, :source, :ordinal, :planned_bytes, :located_at (JSON).
-- Row: none.
-- Index: primary key of planned_split.
insert into planned_split (run, source, ordinal, planned_bytes, located_at)
values (:run, :source, :ordinal, :planned_bytes, :located_at)
