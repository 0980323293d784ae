-- For the DBA, once: an account that can only read, on a replica if there is one. Put in a password.
create role recon_ro login password 'CHANGE-ME';
alter role recon_ro set default_transaction_read_only = on;
grant select on parcel_outbound, counter_payment to recon_ro;
