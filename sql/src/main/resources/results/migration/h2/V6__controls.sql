-- The run a run is the control of: the same hours at another time, to compare with; null of every
-- other run.

alter table run add column control_of bigint references run (run);

-- Completed outbounds in scope, with and without a mismatch.

alter table matched_partition add column pick_ups bigint default 0 not null;
