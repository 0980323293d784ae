-- Lets a run's list show what stands whatever the mismatch's facts are, before decisions are carried.
-- Parameters: :run, :parcel_key, :kind, :consumer_group, :assignee, :review_no, :decided_run (the first
--   run in which it was decided; null without any).
-- Row: none.
-- Index: primary key of listed_mismatch.
update listed_mismatch
set
  review_no = :review_no,
  assignee = :assignee,
  decision = case when run > :decided_run then 'REOPENED' end
where run = :run and parcel_key = :parcel_key and kind = :kind
  and consumer_group = :consumer_group
