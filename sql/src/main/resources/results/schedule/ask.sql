-- Wants a window judged before it is due.
-- Parameters: :schedule, :asked_for (its end).
-- Row: none.
-- Index: primary key of schedule.
update schedule set asked_for = :asked_for where schedule = :schedule
