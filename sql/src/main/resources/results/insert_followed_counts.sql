-- Keeps what became of the parcels that an earlier run had found.
-- Parameters: :run, :differs, :still_affected, :outcomes (JSON).
-- Row: none.
-- Index: primary key of followed_count.
insert into followed_count (run, differs, still_affected, outcomes)
values (:run, :differs, :still_affected, :outcomes)
