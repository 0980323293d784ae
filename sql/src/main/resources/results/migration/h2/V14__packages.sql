-- Datafix packages of confirmed mismatches. How one stands is in its decisions, which are added and
-- never changed; each is taken once at most.

create table datafix_package (
  package_no bigint not null primary key,
  incident_id varchar not null,
  run bigint not null references run (run),
  made_by varchar not null,
  made_at varchar(40) not null,
  form varchar(20) not null,
  language varchar(20) not null,
  manifest_sha256 varchar(64) not null,
  package_rows bigint not null,
  mismatches bigint not null,
  sums clob not null
);

create index package_of_incident on datafix_package (incident_id, package_no);

-- What a package stands on: each mismatch as it was when it was confirmed. whole_parcel: it changes a
-- system, so that the parcel's other mismatches have to be confirmed, too.

create table package_mismatch (
  package_no bigint not null,
  parcel_key varbinary not null,
  kind varchar(40) not null,
  consumer_group varchar not null,
  parcel_id varchar not null,
  facts varchar(64) not null,
  review_no bigint not null,
  whole_parcel boolean not null,
  currency varchar(3),
  to_collect_minor bigint,
  to_refund_minor bigint,
  primary key (package_no, parcel_key, kind, consumer_group)
);

create index package_by_mismatch
  on package_mismatch (parcel_key, kind, consumer_group, package_no);

create table package_decision (
  package_no bigint not null,
  decision varchar(20) not null,
  decided_by varchar not null,
  decided_at varchar(40) not null,
  cause varchar(40),
  reason varchar not null,
  expires_at varchar(40),
  approved_sha256 varchar(64),
  primary key (package_no, decision)
);

-- Added last: within the table's own statement it would get an index of its own beside the key's.

alter table package_mismatch add foreign key (package_no) references datafix_package (package_no);

alter table package_decision add foreign key (package_no) references datafix_package (package_no);
