-- How often, in a partition, the clock of another source was so far from that of the pick-up records.

create table partition_clock (
  run bigint not null,
  partition_no integer not null,
  pair varchar(40) not null,
  difference_millis bigint not null,
  pairs bigint not null,
  primary key (run, partition_no, pair, difference_millis)
);

alter table partition_clock add foreign key (run, partition_no)
  references matched_partition (run, partition_no) on delete cascade;
