-- Lets a run's list show the decision on facts, where the mismatch has them.
-- Parameters: :run, :parcel_key, :kind, :consumer_group, :facts, :decision.
-- Row: none.
-- Index: primary key of listed_mismatch.
update listed_mismatch
set decision = :decision
where run = :run and parcel_key = :parcel_key and kind = :kind
  and consumer_group = :consumer_group and facts = :facts
