-- The number the next run gets; without gaps, which a sequence leaves when its process is killed.
-- Parameters: none.
-- Row: one number, from 1.
-- Index: primary key of run.
select coalesce(max(run), 0) + 1 from run
