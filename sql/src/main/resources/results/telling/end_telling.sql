-- A telling that was sent or given up.
-- Parameters: :telling_key, :state, :now, :setback and :code (null where it was sent).
-- Row: none.
-- Index: primary key of telling.
update telling
set state = :state, ended_at = :now, next_at = null, setback = :setback, code = :code
where telling_key = :telling_key and state = 'WAITING'
