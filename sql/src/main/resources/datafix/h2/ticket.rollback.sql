-- Puts back what the ticket of the same changes changed, one update a row, as far as a row still
-- holds what was written.
-- Index it wants: a unique one on the key.

-- once
-- text ticket.rollback

-- for each row
update <table>
set
  <deadline> = :seen_deadline, -- if new_deadline
  <state> = :seen_state,
  <version> = :seen_version
where <key> = :id
  and <state> = :new_state
  and <deadline> is not distinct from :held_deadline -- if deadline
  and <version> = :seen_version + 1;

