-- Saves how many rows of a run's list have a value.
-- Parameters: :run, :facet, :facet_value, :listed_rows.
-- Row: none.
-- Index: primary key of listed_total.
insert into listed_total (run, facet, facet_value, listed_rows)
values (:run, :facet, :facet_value, :listed_rows)
