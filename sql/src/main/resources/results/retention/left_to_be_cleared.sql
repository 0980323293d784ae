-- Runs that were removed, controls among them, of which something that was found is left.
-- Parameters: none.
-- Row: run.
-- Index: primary keys of run_plan and matched_partition, once per run of them; primary key of run.
select run
from run
where removed_at is not null
  and (exists (select 1 from run_plan as left_over where left_over.run = run.run)
    or exists (select 1 from matched_partition as left_over where left_over.run = run.run))
order by run
