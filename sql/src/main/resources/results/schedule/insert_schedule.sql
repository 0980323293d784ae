-- A schedule that was not known before.
-- Parameters: :schedule, :since.
-- Row: none.
-- Index: none.
insert into schedule (schedule, since) values (:schedule, :since)
