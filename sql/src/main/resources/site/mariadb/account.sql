-- For the DBA, once: an account that can only read, on a replica if there is one. Put in a password.
create user recon_ro identified by 'CHANGE-ME';
grant select on parcel_outbound to recon_ro;
grant select on counter_payment to recon_ro;
