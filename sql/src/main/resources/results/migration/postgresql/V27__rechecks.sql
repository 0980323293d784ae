-- The run whose parcels a run asked for again, in place of reading the window; null of every other.

alter table run add column recheck_of bigint references run (run);

-- How a run came to what a source holds: WINDOW, and of re-checks BY_KEY, ONWARD, AS_BEFORE.

alter table planned_source add column reading text default 'WINDOW' not null;
