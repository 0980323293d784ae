-- What is to be sent to a target now, the longest waiting first.
-- Parameters: :target, :now, :rows_max.
-- Row: telling_key, target, message, state, tries, made_at, next_at, ended_at, setback, code.
-- Index: telling_to_send; next_at is null of what has ended.
select telling_key, target, message, state, tries, made_at, next_at, ended_at, setback, code
from telling
where target = :target and next_at <= :now
order by next_at, telling_key
fetch first :rows_max rows only
