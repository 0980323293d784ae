-- Per partition, the parcels that were read and about which nothing was found, as one encoded
-- block, so that a list of parcels can be answered after the spill files are gone. A partition
-- without a row was matched before such blocks were kept.

create table partition_unlisted (
  run bigint not null,
  partition_no integer not null,
  parcels bigint not null,
  left_out bigint not null,
  unlisted bytea not null,
  primary key (run, partition_no)
);

-- Added last: within the table's own statement it would get an index of its own beside the key's.

alter table partition_unlisted add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;
