-- What the money of COD pick-ups is tied out with: their differences as added up from the records,
-- what settled receipts took away, and which mismatches are about such a pick-up.

create table partition_cod_balance (
  run bigint not null,
  partition_no integer not null,
  currency varchar(3) not null,
  due_minus_paid_minor bigint not null,
  within_tolerance_minor bigint not null,
  primary key (run, partition_no, currency)
);

alter table partition_cod_balance add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;

create table settled_amount (
  run bigint not null references run (run),
  currency varchar(3) not null,
  due_minus_paid_minor bigint not null,
  primary key (run, currency)
);

-- The currency of the parcel's COD pick-up; null without one.
alter table parcel add column cod_currency varchar(3);

-- A run of an earlier version kept no balances: it cannot be tied out.
alter table run add column tied_out boolean default false not null;

alter table run alter column tied_out set default true;
