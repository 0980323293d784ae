-- Lets a run's list show a decision where the mismatch has the facts that were decided on, and that
-- a mismatch is open again where a later run gave it others.
-- Parameters: :run, :parcel_key, :kind, :consumer_group, :facts, :decision, :decided_run, :review_no.
-- Row: none.
-- Index: primary key of listed_mismatch.
update listed_mismatch
set
  review_no = :review_no,
  decision = case
    when facts = :facts then :decision
    when decision is null and run > :decided_run then 'REOPENED'
    else decision
  end
where run = :run and parcel_key = :parcel_key and kind = :kind
  and consumer_group = :consumer_group
