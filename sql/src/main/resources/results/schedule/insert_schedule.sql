-- A schedule that was not known before.
-- Parameters: :schedule, :since.
insert into schedule (schedule, since) values (:schedule, :since)
