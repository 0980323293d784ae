-- Deletes the rejects of one split.
-- Parameters: :run, :source, :ordinal.
-- Row: none.
-- Index: primary key of reject.
delete from reject where run = :run and source = :source and ordinal = :ordinal
