-- A schedule as it is kept.
-- Parameters: :schedule.
-- Row: since, paused_by, paused_at, asked_for; none of an unknown one.
-- Index: primary key of schedule.
select since, paused_by, paused_at, asked_for from schedule where schedule = :schedule
