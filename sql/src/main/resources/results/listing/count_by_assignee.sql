-- How many mismatches are listed, those of an assignee, as far as they are counted.
-- Parameters: :run, :value, :rows_max.
-- Row: one: listed_rows, at most :rows_max.
-- Index: listed_by_assignee.
select count(*) as listed_rows
from (
  select 1 as one
  from listed_mismatch
  where run = :run and assignee = :value
  fetch first :rows_max rows only
) as counted
