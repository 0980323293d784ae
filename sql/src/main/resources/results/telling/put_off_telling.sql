-- A telling that is tried again later.
-- Parameters: :telling_key, :next_at, :setback, :code (null without an answer).
-- Row: none.
-- Index: primary key of telling.
update telling set next_at = :next_at, setback = :setback, code = :code
where telling_key = :telling_key and state = 'WAITING'
