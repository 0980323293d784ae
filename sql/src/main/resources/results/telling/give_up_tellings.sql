-- Gives up what has waited for too long: nobody has its target.
-- Parameters: :made_before, :now.
-- Row: none.
-- Index: none; once an hour.
update telling
set state = 'GIVEN_UP', ended_at = :now, next_at = null, setback = 'NOT_CONFIGURED', code = null
where state = 'WAITING' and made_at < :made_before
