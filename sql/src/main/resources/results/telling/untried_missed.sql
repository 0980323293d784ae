-- Missed windows that a target is to be told of, and that nobody has begun to send.
-- Parameters: :schedule, :target.
-- Row: telling_key, message; at most one.
-- Index: telling_to_send; next_at is null of what has ended.
select telling_key, message
from telling
where target = :target and next_at is not null
  and schedule = :schedule and occasion = 'MISSED' and tries = 0
order by telling_key
fetch first 1 rows only
