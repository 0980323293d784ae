-- The outbound system's table, still without keys, with an account that may only read it.
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
  completed_at timestamp(3),
  pickup_deadline timestamp(3),
  payout_at timestamp(3),
  row_version int not null
);
create user recon_ro password 'only-for-the-demo';
grant select on parcel_outbound to recon_ro;
