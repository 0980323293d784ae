-- How many mismatches of a run's list have which decision; those without one are not counted.
-- Parameters: :run.
-- Row: facet_value, listed_rows.
-- Index: listed_by_decision.
select decision as facet_value, count(*) as listed_rows
from listed_mismatch
where run = :run and decision is not null
group by decision
