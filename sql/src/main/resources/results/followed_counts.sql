-- What became of the parcels of a run that an earlier one had found, where it is counted already.
-- Parameters: :run.
-- Row: none or one: differs, still_affected, outcomes (JSON).
-- Index: primary key of followed_count.
select differs, still_affected, outcomes from followed_count where run = :run
