-- What people decided about mismatches. Rows are added and never changed. A mismatch is the same in
-- every run of an incident by its parcel, kind and group; facts are those it had when reviewed.

create table review (
  incident_id varchar not null,
  review_no bigint not null,
  run bigint not null references run (run),
  parcel_id varchar not null,
  kind varchar(40) not null,
  consumer_group varchar not null,
  facts varchar(64) not null,
  what varchar(20) not null,
  decision varchar(20),
  assignee varchar,
  note varchar not null,
  reviewed_by varchar not null,
  reviewed_at varchar(40) not null,
  primary key (incident_id, review_no)
);

create index review_of_mismatch
  on review (incident_id, parcel_id, kind, consumer_group, review_no);
