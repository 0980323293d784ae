-- Changes rows of the site's outbound table in batches, each only when all its rows are as seen.
-- For the clients mariadb and mysql, as: mariadb DATABASE < FILE. It is safe with a client that goes on after an error: the updates of a batch ask for
-- the row that only its passed check inserts, and the check for "ready", which only a passed head
-- sets. What is checked is a column that may not be null: the error names what is not so.
-- Index it wants: a unique one on the key, which is checked.

-- once
-- text script.head
set names utf8mb4;
set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION';
set session time_zone = :zone;
set session innodb_lock_wait_timeout = 10;
set session lock_wait_timeout = 10;
set session foreign_key_checks = 1;
set session transaction isolation level repeatable read;
set autocommit = 1;

-- text script.tables
create table if not exists <fixes> (
  fix varchar(64) character set ascii not null primary key,
  rows_to_change int not null,
  script_was_run int not null,
  database_is_the_expected_one int not null,
  server_takes_writes int not null,
  columns_are_there int not null,
  rows_can_be_rolled_back int not null,
  key_is_unique int not null,
  approval_has_not_expired int not null,
  ready int not null
) engine = InnoDB;
create table if not exists <batches> (
  fix varchar(64) character set ascii not null,
  batch int not null,
  rows_expected int not null,
  every_row_is_as_seen int not null,
  every_row_was_changed int not null,
  passed_at datetime not null,
  primary key (fix, batch),
  foreign key (fix) references <fixes> (fix)
) engine = InnoDB;
create table if not exists <kept> (
  fix varchar(64) character set ascii not null,
  batch int not null,
  primary key (fix, row_key)
) engine = InnoDB
select
  '' as fix,
  0 as batch,
  <key> as row_key,
  <state> as state_seen,
  <state> as state_new,
  <deadline> as deadline_seen, -- if deadline
  <deadline> as deadline_new, -- if deadline
  <version> as version_seen
from <table>
where 1 = 0;

-- text script.target
insert into <fixes>
select :fix, :rows, 1, 0, 0, 0, 0, 0, 0, 0
from dual
where not exists (select 1 from <fixes> where fix = :fix);
update <fixes> set ready = 0 where fix = :fix;
update <fixes>
set
  database_is_the_expected_one = case when database() = :database then 1 end, -- if database
  server_takes_writes = case
    when cast(@@global.read_only as char) in ('0', 'OFF') then 1
  end,
  columns_are_there = (
    select case when count(*) = :column_count then 1 end
    from information_schema.columns
    where table_schema = coalesce(:schema_name, database())
      and table_name = :table_name
      and column_name in (:key_name, :state_name, :version_name, :deadline_name)
  ),
  rows_can_be_rolled_back = (
    select case when count(*) = 1 then 1 end
    from information_schema.tables t
    join information_schema.engines e on e.engine = t.engine and e.transactions = 'YES'
    where t.table_schema = coalesce(:schema_name, database()) and t.table_name = :table_name
  ),
  key_is_unique = (
    select case when count(*) > 0 then 1 end
    from (
      select index_name
      from information_schema.statistics
      where table_schema = coalesce(:schema_name, database()) and table_name = :table_name
      group by index_name
      having count(*) = 1 and max(non_unique) = 0 and max(sub_part) is null
        and max(column_name) = :key_name
    ) of_the_key
  ),
  approval_has_not_expired = case when utc_timestamp(6) < :expires_at_utc then 1 end, -- if expires_at
  ready = 1
where fix = :fix;

-- for each batch
-- text batch
start transaction;
select ready from <fixes> where fix = :fix for update;
select passed_at as batch_has_passed_before from <batches> where fix = :fix and batch = :batch for update;

-- text script.kept
delete from <kept>
where fix = :fix and batch = :batch
  and not exists (select 1 from <batches> where fix = :fix and batch = :batch);

-- for each row
insert into <kept> (fix, batch, row_key, state_seen, state_new, version_seen) -- unless deadline
select :fix, :batch, :id, :seen_state, :new_state, :seen_version -- unless deadline
insert into <kept> (fix, batch, row_key, state_seen, state_new, version_seen, deadline_seen, deadline_new) -- if deadline
select :fix, :batch, :id, :seen_state, :new_state, :seen_version, :seen_deadline, :held_deadline -- if deadline
from dual
where not exists (select 1 from <batches> where fix = :fix and batch = :batch);

-- for each batch
-- text script.check
select count(*) as rows_locked
from <kept> k
join <table> t on t.<key> = k.row_key
where k.fix = :fix and k.batch = :batch
for update;
select
  k.row_key as row_not_as_seen,
  k.state_seen, t.<state> as state_now,
  k.version_seen, t.<version> as version_now,
  k.deadline_seen, t.<deadline> as deadline_now, -- if deadline
  case when t.<key> is null then 'gone' else 'moved' end as what
from <kept> k
left join <table> t on t.<key> = k.row_key
where k.fix = :fix and k.batch = :batch
  and not exists (select 1 from <batches> where fix = :fix and batch = :batch)
  and (
    t.<key> is null
    or not cast(t.<key> as binary) <=> cast(k.row_key as binary)
    or not cast(t.<state> as binary) <=> cast(k.state_seen as binary)
    or not t.<deadline> <=> k.deadline_seen -- if deadline
    or not t.<version> <=> k.version_seen
  )
order by k.row_key;
insert into <batches>
select
  :fix, :batch, :batch_rows,
  (
    select case when count(*) = :batch_rows then count(*) end
    from <kept> k
    join <table> t on t.<key> = k.row_key
    join <fixes> f on f.fix = k.fix and f.ready = 1
    where k.fix = :fix and k.batch = :batch
      and cast(t.<key> as binary) = cast(k.row_key as binary)
      and cast(t.<state> as binary) = cast(k.state_seen as binary)
      and t.<deadline> <=> k.deadline_seen -- if deadline
      and t.<version> = k.version_seen
  ),
  0, utc_timestamp
from dual
where not exists (select 1 from <batches> where fix = :fix and batch = :batch);

-- text script.change
-- for each row
update <table>
set
  <deadline> = :new_deadline, -- if new_deadline
  <state> = :new_state,
  <version> = <version> + 1
where <key> = :id
  and <state> = :seen_state
  and <version> = :seen_version
  and <deadline> <=> :seen_deadline -- if deadline
  and exists (
    select 1
    from <batches> b
    where b.fix = :fix and b.batch = :batch and b.every_row_was_changed = 0
  );

-- for each batch
-- text script.changed
update <batches>
set every_row_was_changed = (
  select case when count(*) = :batch_rows then count(*) end
  from <kept> k
  join <table> t on t.<key> = k.row_key
  where k.fix = :fix and k.batch = :batch
    and cast(t.<state> as binary) = cast(k.state_new as binary)
    and t.<deadline> <=> k.deadline_new -- if deadline
    and t.<version> = k.version_seen + 1
)
where fix = :fix and batch = :batch and every_row_was_changed = 0;
set @batch_ends = case
  when (select every_row_was_changed from <batches> where fix = :fix and batch = :batch) > 0
  then 'commit' else 'rollback'
end;
prepare batch_ends from @batch_ends;
execute batch_ends;

-- once
-- text script.end
select f.rows_to_change, sum(b.every_row_was_changed) as rows_changed, count(*) as batches_passed
from <fixes> f
join <batches> b on b.fix = f.fix and b.every_row_was_changed > 0
where f.fix = :fix
group by f.rows_to_change;
