-- How many mismatches of a run's list are whose work; those of nobody are not counted.
-- Parameters: :run.
-- Row: facet_value, listed_rows.
-- Index: listed_by_assignee.
select assignee as facet_value, count(*) as listed_rows
from listed_mismatch
where run = :run and assignee is not null
group by assignee
