-- What became of the windows of a schedule that ended, or were given up, in a span of time.
-- Parameters: :schedule, :after (exclusive), :through (inclusive).
-- Row: judged, affected, failed, missed.
-- Index: primary key of scheduled_window.
select
  coalesce(sum(case when state = 'JUDGED' then 1 else 0 end), 0) as judged,
  coalesce(sum(affected), 0) as affected,
  coalesce(sum(case when state = 'FAILED' then 1 else 0 end), 0) as failed,
  coalesce(sum(case when state = 'MISSED' then 1 else 0 end), 0) as missed
from scheduled_window
where schedule = :schedule and ended_at > :after and ended_at <= :through
