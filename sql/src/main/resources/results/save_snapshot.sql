-- Saves what a source's database calls the snapshot the source is read in.
-- Parameters: :run, :source, :snapshot.
-- Row: none.
-- Index: primary key of planned_source.
update planned_source set snapshot = :snapshot where run = :run and source = :source
