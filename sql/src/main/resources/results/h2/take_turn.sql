-- Waits until no other transaction has the turn, and has it to its own end.
-- Parameters: none.
-- Row: the turn's number.
-- Index: primary key of turn.
select turn_no from turn for update
