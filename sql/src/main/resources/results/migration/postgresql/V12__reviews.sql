-- What people decided about mismatches. Rows are added and never changed. A mismatch is the same in
-- every run of an incident by its parcel, kind and group; facts are those it had when reviewed.

create table review (
  incident_id text collate "C" not null,
  review_no bigint not null,
  run bigint not null references run (run),
  parcel_id text collate "C" not null,
  kind text collate "C" not null,
  consumer_group text collate "C" not null,
  facts text not null,
  what text not null,
  decision text,
  assignee text,
  note text not null,
  reviewed_by text not null,
  reviewed_at text not null,
  primary key (incident_id, review_no)
);

create index review_of_mismatch
  on review (incident_id, parcel_id, kind, consumer_group, review_no);
