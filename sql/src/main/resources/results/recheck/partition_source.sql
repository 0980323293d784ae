-- Where the rows of each source went in a partition.
-- Parameters: :run, :partition_no.
-- Row: source, accepted, in_scope, out_of_scope, duplicates, looked_up, found, healed.
-- Index: primary key of partition_source.
select source, accepted, in_scope, out_of_scope, duplicates, looked_up, found, healed
from partition_source
where run = :run and partition_no = :partition_no
