-- Whether a run keeps what its money is tied out with.
-- Parameters: :run.
-- Row: tied_out.
-- Index: primary key of run.
select tied_out from run where run = :run
