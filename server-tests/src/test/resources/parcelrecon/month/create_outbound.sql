-- Pick-ups at counters.
create table pick_up (
  pick_up_id text primary key,
  parcel_id text not null,
  store_id text not null,
  payment text not null,
  amount_due bigint not null,
  requested_at timestamptz not null,
  completed_at timestamptz,
  status text not null default 'COMPLETED',
  row_version int not null default 1
);
create index pick_up_parcel on pick_up (parcel_id);
create index pick_up_requested on pick_up (requested_at)
