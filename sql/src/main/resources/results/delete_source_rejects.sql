-- Deletes the rejects of a source.
-- Parameters: :run, :source.
-- Row: none.
-- Index: primary key of reject.
delete from reject where run = :run and source = :source
