-- Changes rows of the site's outbound table, for platforms that take single statements: one update
-- a row, which changes it only as it was seen. Nothing is assumed of the session.
-- Index it wants: a unique one on the key.

-- once
-- text ticket.head

-- for each row
update <table>
set
  <deadline> = :new_deadline, -- if new_deadline
  <state> = :new_state,
  <version> = <version> + 1
where <key> = :id
  and <state> = :seen_state
  and <deadline> is not distinct from :seen_deadline -- if deadline
  and current_timestamp < :expires_at -- if expires_at
  and <version> = :seen_version;

