-- How many parcels the run of a window found affected; absent until it has ended with results.

alter table scheduled_window add column affected bigint;
