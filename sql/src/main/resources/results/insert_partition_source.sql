-- Saves where the rows of one source went in a partition.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of partition_source.
insert into partition_source (
  run, partition_no, source, accepted, in_scope, out_of_scope, duplicates, looked_up, found,
  healed)
values (
  :run, :partition_no, :source, :accepted, :in_scope, :out_of_scope, :duplicates, :looked_up,
  :found, :healed)
