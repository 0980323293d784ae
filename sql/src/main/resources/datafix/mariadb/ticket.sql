-- Changes rows of the site's outbound table, for platforms that take single statements: one update
-- a row, which changes it only as it was seen. Nothing is assumed of the session: a TIMESTAMP that
-- was there proves by its guard that the session is in the site's zone; a first one asks for it.
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
  and ( -- if first_deadline_seconds
    unix_timestamp(:new_deadline) = :first_deadline_seconds -- if first_deadline_seconds
    or not exists ( -- if first_deadline_seconds
      select 1 from information_schema.columns -- if first_deadline_seconds
      where table_schema = coalesce(:schema_name, database()) and table_name = :table_name -- if first_deadline_seconds
        and lower(column_name) = lower(:deadline_name) and data_type = 'timestamp' -- if first_deadline_seconds
    ) -- if first_deadline_seconds
  ) -- if first_deadline_seconds
  and utc_timestamp(6) < :expires_at_utc -- if expires_at
  and <version> = :seen_version;

