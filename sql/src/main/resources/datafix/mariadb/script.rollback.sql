-- Puts back what the script of the same changes changed, as far as a row still holds the script's
-- values. A row that has moved on is left alone and listed, and stops nothing.
-- Index it wants: a unique one on the key, which is checked.

-- once
-- text rollback.head
set names utf8mb4;
set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION';
set session time_zone = :zone;
set session innodb_lock_wait_timeout = 10;
set session lock_wait_timeout = 10;
set session foreign_key_checks = 1;
set session transaction isolation level repeatable read;
set autocommit = 1;

-- text rollback.target
insert into <fixes>
select :fix, :rows, null, 0, 0, 0, 0, 0, 0, 0
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
  ready = 1
where fix = :fix;

-- for each batch
-- text batch
start transaction;
select ready from <fixes> where fix = :fix for update;
select count(*) as rows_locked
from <kept> k
join <table> t on t.<key> = k.row_key
where k.fix = :fix and k.batch = :batch
for update;

-- text rollback.left
select
  k.row_key as row_left_alone,
  k.state_new as state_written, t.<state> as state_now,
  k.version_seen + 1 as version_written, t.<version> as version_now,
  k.deadline_new as deadline_written, t.<deadline> as deadline_now, -- if deadline
  case when t.<key> is null then 'gone' else 'moved' end as what
from <kept> k
left join <table> t on t.<key> = k.row_key
where k.fix = :fix and k.batch = :batch
  and (
    t.<key> is null
    or not cast(t.<key> as binary) <=> cast(k.row_key as binary)
    or not cast(t.<state> as binary) <=> cast(k.state_new as binary)
    or not t.<deadline> <=> k.deadline_new -- if deadline
    or not t.<version> <=> k.version_seen + 1
  )
order by k.row_key;

-- text rollback.restore
-- for each row
update <table> t
set
  <deadline> = :seen_deadline, -- if new_deadline
  <state> = :seen_state,
  <version> = :seen_version
where t.<key> = :id
  and t.<state> = :new_state
  and t.<version> = :seen_version + 1
  and exists (
    select 1
    from <kept> k
    join <batches> b on b.fix = k.fix and b.batch = k.batch
    join <fixes> f on f.fix = k.fix and f.ready = 1
    where k.fix = :fix and k.batch = :batch and k.row_key = :id
      and cast(k.state_new as binary) = cast(t.<state> as binary)
      and k.deadline_new <=> t.<deadline> -- if deadline
  );

-- for each batch
-- text rollback.forget
delete k from <kept> k
where k.fix = :fix and k.batch = :batch
  and exists (select 1 from <fixes> where fix = :fix and ready = 1)
  and not exists (
    select 1
    from <table> t
    where t.<key> = k.row_key
      and cast(t.<state> as binary) = cast(k.state_new as binary)
      and t.<deadline> <=> k.deadline_new -- if deadline
      and t.<version> = k.version_seen + 1
  );
delete from <batches>
where fix = :fix and batch = :batch
  and not exists (select 1 from <kept> where fix = :fix and batch = :batch);
commit;

-- once
-- text rollback.end
delete from <fixes>
where fix = :fix
  and not exists (select 1 from <batches> where fix = :fix);
select count(*) as batches_not_put_back from <batches> where fix = :fix;
