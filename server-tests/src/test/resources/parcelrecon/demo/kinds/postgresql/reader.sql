create role site_reader login password 'only-for-the-demo';
grant select on parcel_outbound, settlement to site_reader
