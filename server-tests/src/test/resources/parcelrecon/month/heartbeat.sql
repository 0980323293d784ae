-- Up to when this replica has seen what was written. Row: one time.
select max(seen_at) from beat
