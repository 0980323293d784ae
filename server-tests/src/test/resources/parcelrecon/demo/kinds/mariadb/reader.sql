create or replace user site_reader@localhost identified by 'only-for-the-demo';
grant select on parcel_outbound to site_reader@localhost;
grant select on settlement to site_reader@localhost
