create table settlement (
  batch varchar(20) not null,
  serial varchar(20) not null,
  parcel_id varchar(20) not null,
  amount varchar(20) not null,
  currency char(3) not null,
  paid_at timestamp(3) not null,
  status varchar(10) not null,
  type varchar(20) not null,
  direction varchar(10) not null,
  channel varchar(20) not null
);
-- filled
create index settlement_parcel on settlement (parcel_id);
create index settlement_paid on settlement (paid_at);
