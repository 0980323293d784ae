-- The run that first found the incident, with the same window: what a later run is held against.
-- Frozen when a run begins; null of the first one, of controls, and of runs of earlier versions.

alter table run add column first_found_run bigint references run (run);

-- Parcels that were affected in that run and about which this one finds nothing any more, with all
-- their records. Such parcels are not in parcel, which holds what has a mismatch.

create table followed_parcel (
  run bigint not null,
  partition_no integer not null,
  parcel_key varbinary not null,
  verdict varchar(20),
  store_id varchar,
  evidence blob not null,
  primary key (run, partition_no, parcel_key)
);

alter table followed_parcel add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;
