-- Where the rows of each source went, over all partitions.
-- Parameters: :run.
-- Row: source, accepted, duplicates, in_scope, out_of_scope, looked_up, found, healed.
-- Index: primary key of partition_source.
select
  source, sum(accepted) as accepted, sum(duplicates) as duplicates, sum(in_scope) as in_scope,
  sum(out_of_scope) as out_of_scope, sum(looked_up) as looked_up, sum(found) as found,
  sum(healed) as healed
from partition_source
where run = :run
group by source
