-- What was told of a schedule last, the last first.
-- Parameters: :schedule, :rows_max.
-- Row: telling_key, target, message, state, tries, made_at, next_at, ended_at, setback, code.
-- Index: telling_of_schedule.
select telling_key, target, message, state, tries, made_at, next_at, ended_at, setback, code
from telling
where schedule = :schedule
order by made_at desc, telling_key
fetch first :rows_max rows only
