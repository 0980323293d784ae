-- What the tills took, and the beat of the primary that wrote it.
create table till (
  parcel_id varchar(20) not null,
  payment_id varchar(40) primary key,
  amount bigint not null,
  paid_at datetime(3) not null,
  key (parcel_id),
  key (paid_at)
);
create table beat (id int primary key, seen_at datetime(3) not null)
