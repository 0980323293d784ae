-- Records pick-ups that stores confirmed (handed over, paid) but the system never completed.
-- Each statement changes one row, and only while that row is as it was seen: a count of 1 is
-- expected, 0 means that the row has moved since and must be looked at first. Run all in one
-- transaction, and commit when the sum of the counts is "rows" of this file in manifest.json.
-- Index it wants: the key.

-- for each row
update <table>
set <state> = :new_state, <version> = <version> + 1
where <key> = :id
  and <state> = :seen_state
  and <version> = :seen_version;
