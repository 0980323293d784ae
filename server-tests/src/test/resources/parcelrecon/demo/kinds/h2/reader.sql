create user site_reader password 'only-for-the-demo';
grant select on parcel_outbound to site_reader;
grant select on settlement to site_reader
