create table parcel_outbound (
  outbound_id varchar(40) not null,
  parcel_id varchar(20) not null,
  movement varchar(10) not null,
  store_id varchar(6) not null,
  order_id varchar(20),
  checkout_id varchar(20),
  payment_method varchar(12) not null,
  amount_due decimal(12, 2) not null,
  currency char(3) not null,
  status varchar(16) not null,
  requested_at timestamp(3) not null,
  completed_at timestamp(3) null,
  pickup_deadline timestamp(3) null,
  payout_at timestamp(3) null,
  row_version int not null
);
-- filled
alter table parcel_outbound add primary key (outbound_id);
create index parcel_outbound_parcel on parcel_outbound (parcel_id);
create index parcel_outbound_requested on parcel_outbound (requested_at);
