-- A year of hourly windows is 8,760 runs: what is asked of runs follows an index, and what a run
-- counted is kept with it, so that lists of runs need not count again.

create index run_of_incident on run (incident_id, run);

create index run_by_control on run (control_of);

create index run_by_state on run (state, control_of, run);

create index scheduled_window_by_run on scheduled_window (run, affected);

-- totals: JSON. A run that goes on loses its row.

create table run_total (
  run bigint not null primary key references run (run),
  totals clob not null
);

-- What a run found is taken away when it is older than what the site retains; the run stays. Null as
-- long as it is there.

alter table run add column removed_at varchar(40);

create index run_by_removal on run (removed_at, run);

-- Which run first listed a mismatch, of runs that were removed: its age counts from there.

create table first_listed (
  incident_id varchar not null,
  parcel_key varbinary not null,
  kind varchar(40) not null,
  consumer_group varchar not null,
  run bigint not null references run (run),
  primary key (incident_id, parcel_key, kind, consumer_group)
);
