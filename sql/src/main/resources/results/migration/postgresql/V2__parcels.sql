-- What matching found, per partition: finishing a partition again deletes its row here, and with
-- it everything below. parcel_key is the parcel id as UTF-8 bytes: what parcels are ordered by.

create table matched_partition (
  run bigint not null references run (run),
  partition_no integer not null,
  parcels_in_scope bigint not null,
  parcels_clean bigint not null,
  completed_on_days bigint not null,
  primary key (run, partition_no)
);

create table partition_source (
  run bigint not null,
  partition_no integer not null,
  source text collate "C" not null,
  accepted bigint not null,
  in_scope bigint not null,
  out_of_scope bigint not null,
  duplicates bigint not null,
  looked_up bigint not null,
  found bigint not null,
  healed bigint not null,
  primary key (run, partition_no, source)
);

create table partition_minute (
  run bigint not null,
  partition_no integer not null,
  epoch_minute bigint not null,
  outbounds bigint not null,
  shown_as_failed bigint not null,
  events bigint not null,
  primary key (run, partition_no, epoch_minute)
);

create table partition_store (
  run bigint not null,
  partition_no integer not null,
  store_id text collate "C" not null,
  outbounds bigint not null,
  primary key (run, partition_no, store_id)
);

create table partition_slow (
  run bigint not null,
  partition_no integer not null,
  seconds integer not null,
  outbounds bigint not null,
  primary key (run, partition_no, seconds)
);

create table parcel (
  run bigint not null,
  partition_no integer not null,
  parcel_key bytea not null,
  parcel_id text collate "C" not null,
  standing text not null,
  verdict text,
  proved_by text,
  store_id text collate "C",
  primary key (run, partition_no, parcel_key)
);

create index parcel_by_id on parcel (run, parcel_id);

create table evidence (
  run bigint not null,
  partition_no integer not null,
  parcel_key bytea not null,
  evidence bytea not null,
  primary key (run, partition_no, parcel_key)
);

create table mismatch (
  run bigint not null,
  partition_no integer not null,
  parcel_key bytea not null,
  kind text collate "C" not null,
  consumer_group text collate "C" not null,
  class text not null,
  proof text not null,
  edge boolean not null,
  currency text collate "C",
  due_minor bigint,
  paid_minor bigint,
  to_collect_minor bigint,
  to_refund_minor bigint,
  reason text,
  refs text not null,
  primary key (run, partition_no, parcel_key, kind, consumer_group)
);

create table datafix (
  run bigint not null,
  partition_no integer not null,
  parcel_key bytea not null,
  position integer not null,
  suggestion text not null,
  form text not null,
  stands_on text not null,
  consumer_group text collate "C" not null,
  amount_minor bigint,
  currency text collate "C",
  primary key (run, partition_no, parcel_key, position)
);

-- As matched: settling takes mismatches away, never candidates, so that it can be repeated.
create table receipt_candidate (
  run bigint not null,
  partition_no integer not null,
  parcel_key bytea not null,
  parcel_id text collate "C" not null,
  checkout_id text collate "C" not null,
  currency text collate "C" not null,
  difference_minor bigint not null,
  primary key (run, partition_no, parcel_key)
);

create index receipt_candidate_by_checkout
  on receipt_candidate (run, checkout_id, currency);

-- Added last: within the table's own statement it would get an index of its own beside the key's.

alter table partition_source add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

alter table partition_minute add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

alter table partition_store add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

alter table partition_slow add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

alter table parcel add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

alter table evidence add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

alter table mismatch add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

alter table datafix add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

alter table receipt_candidate add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;
