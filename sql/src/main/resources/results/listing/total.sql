-- How many rows of a run's list have a value.
-- Parameters: :run, :facet, :facet_value.
-- Row: one or none: listed_rows.
-- Index: primary key of listed_total.
select listed_rows
from listed_total
where run = :run and facet = :facet and facet_value = :facet_value
