-- The mismatches of a settled run as people page through them: one row each, over all partitions in
-- one order. partition_no is not in it: a partition's rows are found by its parcels.

create table listed_mismatch (
  run bigint not null,
  parcel_key varbinary not null,
  kind varchar(40) not null,
  consumer_group varchar not null,
  parcel_id varchar not null,
  class varchar(20) not null,
  proof varchar(20) not null,
  standing varchar(20) not null,
  verdict varchar(20) not null,
  store_id varchar not null,
  phases varchar not null,
  currency varchar(3),
  to_collect_minor bigint,
  to_refund_minor bigint,
  stake_band integer not null,
  requested_at varchar(40),
  completed_at varchar(40),
  facts varchar(64) not null,
  decision varchar(20),
  assignee varchar,
  review_no bigint,
  primary key (run, parcel_key, kind, consumer_group)
);

-- What a page is driven by, in the page's order, so that it reads no more than it looks at.

create index listed_by_store
  on listed_mismatch (run, store_id, parcel_key, kind, consumer_group);

create index listed_by_kind
  on listed_mismatch (run, kind, parcel_key, consumer_group);

create index listed_by_verdict
  on listed_mismatch (run, verdict, parcel_key, kind, consumer_group);

create index listed_by_stake
  on listed_mismatch (run, stake_band, parcel_key, kind, consumer_group);

create index listed_by_decision
  on listed_mismatch (run, decision, parcel_key, kind, consumer_group);

create index listed_by_assignee
  on listed_mismatch (run, assignee, parcel_key, kind, consumer_group);

-- What a partition's rows have in common, counted, as JSON. A partition that is matched again takes
-- its row with it.

create table listed_partition (
  run bigint not null,
  partition_no integer not null,
  totals clob not null,
  primary key (run, partition_no)
);

-- Over the whole run: how many rows have a value. A run without a row here is not listed yet.

create table listed_total (
  run bigint not null references run (run),
  facet varchar(20) not null,
  facet_value varchar not null,
  listed_rows bigint not null,
  primary key (run, facet, facet_value)
);

-- Added last: within the table's own statement it would get an index of its own beside the key's.

alter table listed_mismatch add foreign key (run) references run (run);

alter table listed_partition add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;
