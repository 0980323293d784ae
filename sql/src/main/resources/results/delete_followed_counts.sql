-- Forgets what was counted of a run that goes on.
-- Parameters: :run.
-- Row: none.
-- Index: primary key of followed_count.
delete from followed_count where run = :run
