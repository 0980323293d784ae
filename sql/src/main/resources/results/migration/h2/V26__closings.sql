-- What is open in a run, counted while it is settled: pages and workbooks show it by day. counts: JSON.

create table open_count (
  run bigint not null primary key references run (run),
  counts clob not null
);

-- What became of all that the runs of an incident found, up to and including one of them, added up
-- once: it reads all of them. sums: JSON, which names the runs it was added up of.

create table end_sum (
  run bigint not null primary key references run (run),
  sums clob not null
);

-- That people closed incidents and opened them again. Rows are added and never changed. frozen: JSON,
-- what the closing rests on; audit_no and audit_hash: the entry of the audit that tells of it.

create table incident_closing (
  incident_id varchar not null,
  closing_no bigint not null,
  what varchar(20) not null,
  run bigint not null references run (run),
  done_by varchar not null,
  done_at varchar(40) not null,
  reason varchar not null,
  frozen clob not null,
  audit_no bigint not null,
  audit_hash varchar(64) not null,
  primary key (incident_id, closing_no)
);
