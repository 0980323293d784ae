-- Runs: what was asked for, what was frozen, what was read and what could not be read.
-- Instants are ISO-8601 text in UTC: a database's own type would cut them to microseconds.

-- Texts and bytes up to this length stay in their row; longer ones are stored apart.
set max_length_inplace_lob 16000;

create table run (
  run bigint not null primary key,
  incident_id varchar not null,
  incident clob not null,
  as_of varchar(40) not null,
  state varchar(20) not null,
  exit_code integer,
  day_total bigint,
  answers_through bigint not null,
  out_directory varchar not null,
  language varchar(20) not null,
  callers integer not null,
  fail_on_mismatch boolean not null,
  configuration_sha256 varchar(64) not null,
  configuration_version varchar not null,
  settings clob not null,
  started_at varchar(40) not null,
  ended_at varchar(40),
  receipts bigint default 0 not null,
  receipt_parcels bigint default 0 not null
);

create table run_stage (
  run bigint not null references run (run),
  stage_no integer not null,
  name varchar(100) not null,
  millis bigint not null,
  stage_rows bigint not null,
  primary key (run, name)
);

create table judging_context (
  run bigint not null primary key references run (run),
  context clob not null
);

create table run_plan (
  run bigint not null primary key references run (run),
  partitions integer not null,
  day_total bigint
);

create table planned_source (
  run bigint not null references run_plan (run) on delete cascade,
  source varchar(20) not null,
  type varchar(40) not null,
  by_key boolean not null,
  reasons clob not null,
  complete_through varchar(40),
  consumer_groups clob not null,
  primary key (run, source)
);

-- read_rows is null until the split was read.
create table planned_split (
  run bigint not null,
  source varchar(20) not null,
  ordinal integer not null,
  planned_bytes bigint not null,
  located_at clob not null,
  filtered bigint,
  read_rows bigint,
  accepted bigint,
  rejected bigint,
  rejected_without_parcel bigint,
  spill_bytes bigint,
  checksum varchar(200),
  latest_paid_at varchar(40),
  reasons clob,
  primary key (run, source, ordinal)
);

create table listed_store (
  run bigint not null references run_plan (run) on delete cascade,
  position integer not null,
  store_id varchar not null,
  name varchar not null,
  area varchar not null,
  supervisor varchar not null,
  phone varchar not null,
  primary key (run, position)
);

-- ref_key is the ref's text as UTF-8 bytes: what rejects are ordered by.
create table reject (
  run bigint not null,
  source varchar(20) not null,
  ordinal integer not null,
  row_no bigint not null,
  ref_key varbinary not null,
  ref varchar not null,
  parcel_id varchar,
  reason varchar not null,
  row_text varchar not null,
  primary key (run, source, ordinal, row_no)
);

create index reject_in_order on reject (run, source, ref_key, ordinal, row_no);

create table answer (
  incident_id varchar not null,
  answer_no bigint not null,
  run bigint not null,
  parcel_id varchar not null,
  answer varchar(20) not null,
  answered_at varchar(40) not null,
  answered_by varchar not null,
  note varchar not null,
  primary key (incident_id, answer_no)
);

create index answer_of_parcel on answer (incident_id, parcel_id);

-- Added last: within the table's own statement it would get an index of its own beside the key's.

alter table planned_split add foreign key (run, source)
  references planned_source (run, source) on delete cascade;

alter table reject add foreign key (run, source, ordinal)
  references planned_split (run, source, ordinal) on delete cascade;
