-- Windows that are judged without being asked. A schedule is known from when it was first seen in the
-- configuration; windows that had ended by then are none of its. asked_for: the end of a window that
-- somebody wants judged before it is due.

create table schedule (
  schedule varchar(60) not null primary key,
  since varchar(40) not null,
  paused_by varchar,
  paused_at varchar(40),
  asked_for varchar(40)
);

-- One row a window, written with the beginning of its run or when it is given up: no window has two.

create table scheduled_window (
  schedule varchar(60) not null,
  window_to varchar(40) not null,
  window_from varchar(40) not null,
  due_at varchar(40) not null,
  state varchar(20) not null,
  run bigint references run (run),
  begun_at varchar(40) not null,
  ended_at varchar(40),
  primary key (schedule, window_to)
);

-- Added last: within the table's own statement it would get an index of its own beside the key's.

alter table scheduled_window add foreign key (schedule) references schedule (schedule);

-- Of db-scheduler: who works on which schedule, and when the next look at it is.

create table scheduled_task (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_task_by_time on scheduled_task (execution_time);

create index scheduled_task_by_heartbeat on scheduled_task (last_heartbeat);
