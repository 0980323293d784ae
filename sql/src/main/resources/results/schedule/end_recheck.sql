-- A re-check begun by the clock of which it is settled what is to be told.
-- Parameters: :run, :ended_at.
-- Row: none.
-- Index: primary key of scheduled_recheck.
update scheduled_recheck set ended_at = :ended_at where run = :run and ended_at is null
