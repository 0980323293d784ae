-- Counts more rows of a run's list for a value; fewer when the number is negative.
-- Parameters: :run, :facet, :facet_value, :more.
-- Row: none.
-- Index: primary key of listed_total.
update listed_total
set listed_rows = listed_rows + :more
where run = :run and facet = :facet and facet_value = :facet_value
