-- Takes 001-revert-outbound.sql back: state and version become what they were before.
-- Each statement changes one row, and only while that row still holds what the script wrote:
-- a count of 0 means that the row was never changed, or has moved on since.
-- Index it wants: the key.

-- for each row
update <table>
set <state> = :seen_state, <version> = :seen_version
where <key> = :id
  and <state> = :new_state
  and <version> = :seen_version + 1;
