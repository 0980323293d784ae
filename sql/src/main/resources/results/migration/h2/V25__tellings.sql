-- What people are to be told of schedules, for each target. Written in the transaction in which a window
-- ends, sent afterwards: next_at says when it is tried, and is null once it was sent or given up.

create table telling (
  telling_key varchar(200) not null primary key,
  schedule varchar(60) not null,
  occasion varchar(20) not null,
  window_to varchar(40) not null,
  target varchar(60) not null,
  message clob not null,
  state varchar(20) not null,
  tries integer not null,
  made_at varchar(40) not null,
  next_at varchar(40),
  ended_at varchar(40),
  setback varchar(20),
  code integer
);

create index telling_to_send on telling (target, next_at);

create index telling_of_schedule on telling (schedule, made_at);
