-- The mismatches of the parcels of one page.
-- Parameters: :run, :partition_no, :after, :last (keys; after exclusive, last inclusive).
-- Row: a mismatch, ordered by parcel key, kind and group.
-- Index: primary key of mismatch.
select
  parcel_key, kind, consumer_group, proof, edge, currency, due_minor, paid_minor,
  to_collect_minor, to_refund_minor, reason, refs
from mismatch
where run = :run and partition_no = :partition_no
  and parcel_key > :after and parcel_key <= :last
order by run, partition_no, parcel_key, kind, consumer_group
