-- Mismatches and their sums by everything they are counted by.
-- Parameters: :run.
-- Row: kind, proof, edge, currency, mismatches, to_collect_minor, to_refund_minor.
-- Index: primary key of mismatch.
select
  kind, proof, edge, currency, count(*) as mismatches,
  sum(to_collect_minor) as to_collect_minor, sum(to_refund_minor) as to_refund_minor
from mismatch
where run = :run
group by kind, proof, edge, currency
