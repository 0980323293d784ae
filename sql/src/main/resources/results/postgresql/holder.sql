-- Who holds a run now. Whoever takes it over waits until the transaction ends.
-- Parameters: :run.
-- Row: the holder's number, or none.
-- Index: primary key of run.
select holder_no from run where run = :run for key share
