-- Runs: what was asked for, what was frozen, what was read and what could not be read.
-- Instants are ISO-8601 text in UTC: a database's own type would cut them to microseconds.

-- Texts that are in a key or an order are compared by their bytes, whatever the database's
-- collation is.

create table run (
  run bigint not null primary key,
  incident_id text collate "C" not null,
  incident text not null,
  as_of text not null,
  state text not null,
  exit_code integer,
  day_total bigint,
  answers_through bigint not null,
  out_directory text not null,
  language text not null,
  callers integer not null,
  fail_on_mismatch boolean not null,
  configuration_sha256 text not null,
  configuration_version text not null,
  settings text not null,
  started_at text not null,
  ended_at text,
  receipts bigint default 0 not null,
  receipt_parcels bigint default 0 not null,
  -- Counts the processes that took the run, one after another: who holds an earlier number is late.
  holder_no bigint default 0 not null
);

create table run_stage (
  run bigint not null references run (run),
  stage_no integer not null,
  name text collate "C" not null,
  millis bigint not null,
  stage_rows bigint not null,
  primary key (run, name)
);

create table judging_context (
  run bigint not null primary key references run (run),
  context text not null
);

create table run_plan (
  run bigint not null primary key references run (run),
  partitions integer not null,
  day_total bigint
);

create table planned_source (
  run bigint not null references run_plan (run) on delete cascade,
  source text collate "C" not null,
  type text not null,
  by_key boolean not null,
  reasons text not null,
  complete_through text,
  consumer_groups text not null,
  primary key (run, source)
);

-- read_rows is null until the split was read.
create table planned_split (
  run bigint not null,
  source text collate "C" not null,
  ordinal integer not null,
  planned_bytes bigint not null,
  located_at text not null,
  filtered bigint,
  read_rows bigint,
  accepted bigint,
  rejected bigint,
  rejected_without_parcel bigint,
  spill_bytes bigint,
  checksum text,
  latest_paid_at text,
  reasons text,
  primary key (run, source, ordinal)
);

create table listed_store (
  run bigint not null references run_plan (run) on delete cascade,
  position integer not null,
  store_id text collate "C" not null,
  name text collate "C" not null,
  area text not null,
  supervisor text not null,
  phone text not null,
  primary key (run, position)
);

-- ref_key is the ref's text as UTF-8 bytes: what rejects are ordered by, without an index, for a key
-- of an index may not be longer than 2,704 bytes.
create table reject (
  run bigint not null,
  source text collate "C" not null,
  ordinal integer not null,
  row_no bigint not null,
  ref_key bytea not null,
  ref text not null,
  parcel_id text collate "C",
  reason text not null,
  row_text text not null,
  primary key (run, source, ordinal, row_no)
);

create table answer (
  incident_id text collate "C" not null,
  answer_no bigint not null,
  run bigint not null,
  parcel_id text collate "C" not null,
  answer text not null,
  answered_at text not null,
  answered_by text not null,
  note text not null,
  primary key (incident_id, answer_no)
);

create index answer_of_parcel on answer (incident_id, parcel_id);

-- Added last: within the table's own statement it would get an index of its own beside the key's.

alter table planned_split add foreign key (run, source)
  references planned_source (run, source) on delete cascade;

alter table reject add foreign key (run, source, ordinal)
  references planned_split (run, source, ordinal) on delete cascade;
