-- How many rows of a run's list have which value.
-- Parameters: :run, :facet.
-- Row: facet_value, listed_rows.
-- Index: primary key of listed_total.
select facet_value, listed_rows
from listed_total
where run = :run and facet = :facet
order by run, facet, facet_value
