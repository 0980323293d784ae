-- What the site's queries need, made when all rows are there.
alter table parcel_outbound add primary key (outbound_id);
create index parcel_outbound_parcel on parcel_outbound (parcel_id);
create index parcel_outbound_requested on parcel_outbound (requested_at);
