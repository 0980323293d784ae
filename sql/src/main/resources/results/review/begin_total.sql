-- Lets a run's list count the rows that have a value, from none; does nothing when it does so, and
-- when the list is not counted yet.
-- Parameters: :run, :facet, :facet_value.
-- Row: none.
-- Index: primary key of listed_total.
insert into listed_total (run, facet, facet_value, listed_rows)
select run, cast(:facet as varchar), cast(:facet_value as varchar), 0
from listed_total
where run = :run and facet = 'ALL' and facet_value = ''
  and not exists (
    select 1
    from listed_total
    where run = :run and facet = :facet and facet_value = :facet_value)
