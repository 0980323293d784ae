-- Re-checks that were begun by the clock, written in the transaction that begins the run. ended_at says
-- when it was looked at what is to be told of it; null until then.

create table scheduled_recheck (
  run bigint not null primary key references run (run),
  incident_id text collate "C" not null,
  round varchar(40) not null,
  ended_at varchar(40)
);

create index scheduled_recheck_of_round on scheduled_recheck (incident_id, round);

create index scheduled_recheck_to_end on scheduled_recheck (ended_at, run);
