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
  and <deadline> <=> :seen_deadline -- if deadline
  and utc_timestamp(6) < :expires_at_utc -- if expires_at
  and <version> = :seen_version;

