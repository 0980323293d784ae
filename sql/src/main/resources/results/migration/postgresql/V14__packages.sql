-- Datafix packages of confirmed mismatches. How one stands is in its decisions, which are added and
-- never changed; each is taken once at most.

create table datafix_package (
  package_no bigint not null primary key,
  incident_id text collate "C" not null,
  run bigint not null references run (run),
  made_by text not null,
  made_at text not null,
  form text not null,
  language text not null,
  manifest_sha256 text not null,
  package_rows bigint not null,
  mismatches bigint not null,
  sums text not null
);

create index package_of_incident on datafix_package (incident_id, package_no);

-- What a package stands on: each mismatch as it was when it was confirmed. whole_parcel: it changes a
-- system, so that the parcel's other mismatches have to be confirmed, too.

create table package_mismatch (
  package_no bigint not null,
  parcel_key bytea not null,
  kind text collate "C" not null,
  consumer_group text collate "C" not null,
  parcel_id text collate "C" not null,
  facts text not null,
  review_no bigint not null,
  whole_parcel boolean not null,
  currency text,
  to_collect_minor bigint,
  to_refund_minor bigint,
  primary key (package_no, parcel_key, kind, consumer_group)
);

create index package_by_mismatch
  on package_mismatch (parcel_key, kind, consumer_group, package_no);

create table package_decision (
  package_no bigint not null,
  decision text not null,
  decided_by text not null,
  decided_at text not null,
  cause text,
  reason text not null,
  expires_at text collate "C",
  approved_sha256 text,
  primary key (package_no, decision)
);

-- Added last: within the table's own statement it would get an index of its own beside the key's.

alter table package_mismatch add foreign key (package_no) references datafix_package (package_no);

alter table package_decision add foreign key (package_no) references datafix_package (package_no);

-- Is compared with the list's kind, and texts of two collations cannot be.

alter table datafix alter column stands_on type text collate "C";
