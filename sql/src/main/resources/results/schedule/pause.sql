-- Pauses a schedule, or lets it go on where :paused_by is null.
-- Parameters: :schedule, :paused_by, :paused_at.
-- Row: none.
-- Index: primary key of schedule.
update schedule set paused_by = :paused_by, paused_at = :paused_at where schedule = :schedule
