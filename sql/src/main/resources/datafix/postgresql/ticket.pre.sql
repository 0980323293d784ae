-- Counts the rows of the ticket, 500 a statement, before the ticket is run.
-- Row: chunk, expected, as_seen, written, moved_or_gone.
-- Index it wants: a unique one on the key.

-- once
-- text ticket.pre
select current_database() as this_database, current_setting('TimeZone') as time_of_session;

-- for each batch
select
  :batch as chunk, :batch_rows as expected, as_seen, written,
  :batch_rows - as_seen - written as moved_or_gone
from (
  select
    (
      select count(*) from <table>
      where 1 = 0
-- for each row
        or <key> = :id and <state> = :seen_state and <version> = :seen_version -- unless deadline
        or <key> = :id and <state> = :seen_state and <version> = :seen_version and <deadline> is not distinct from :seen_deadline -- if deadline
-- for each batch
    ) as as_seen,
    (
      select count(*) from <table>
      where 1 = 0
-- for each row
        or <key> = :id and <state> = :new_state and <version> = :seen_version + 1 -- unless deadline
        or <key> = :id and <state> = :new_state and <version> = :seen_version + 1 and <deadline> is not distinct from :held_deadline -- if deadline
-- for each batch
    ) as written
) counted;

