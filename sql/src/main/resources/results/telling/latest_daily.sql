-- Through when the days of a schedule were told.
-- Parameters: :schedule.
-- Row: window_to, null before the first.
-- Index: telling_of_schedule.
select max(window_to) as window_to from telling where schedule = :schedule and occasion = 'DAILY'
