-- What became of the parcels that the first run of an incident found, counted once: a page of a later
-- run shows it, and counting reads both runs. outcomes: JSON. A run that goes on loses its row.

create table followed_count (
  run bigint not null primary key references run (run),
  differs boolean not null,
  still_affected bigint not null,
  outcomes text not null
);
