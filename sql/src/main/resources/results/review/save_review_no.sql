-- Lets a run's list show the number of a mismatch's latest review.
-- Parameters: :run, :parcel_key, :kind, :consumer_group, :review_no.
-- Row: none.
-- Index: primary key of listed_mismatch.
update listed_mismatch
set review_no = :review_no
where run = :run and parcel_key = :parcel_key and kind = :kind
  and consumer_group = :consumer_group
