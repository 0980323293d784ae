-- Lets a run's list show whose work a mismatch is.
-- Parameters: :run, :parcel_key, :kind, :consumer_group, :assignee (null for nobody's), :review_no.
-- Row: none.
-- Index: primary key of listed_mismatch.
update listed_mismatch
set review_no = :review_no, assignee = :assignee
where run = :run and parcel_key = :parcel_key and kind = :kind
  and consumer_group = :consumer_group
