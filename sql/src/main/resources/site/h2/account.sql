-- For the owner of the file, once: an account that can only read. Put in a password.
create user recon_ro password 'CHANGE-ME';
grant select on parcel_outbound to recon_ro;
grant select on counter_payment to recon_ro;
