-- Puts back what the script of the same changes changed, as far as a row still holds the script's
-- values. A row that has moved on is left alone and listed, and stops nothing.
-- Index it wants: a unique one on the key, which is checked.

-- once
-- text rollback.head
\set ON_ERROR_STOP on
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set time zone :zone;
set lock_timeout = '10s';
set client_min_messages = warning;
set session characteristics as transaction isolation level read committed;

-- text rollback.target
insert into <fixes>
select :fix, :rows, null, 0, 0, 0, 0, 0, 0
where not exists (select 1 from <fixes> where fix = :fix);
update <fixes> set ready = 0 where fix = :fix;
update <fixes>
set
  database_is_the_expected_one = case when current_database() = :database then 1 end, -- if database
  server_takes_writes = case
    when not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off' then 1
  end,
  columns_are_there = (
    select case when count(*) = :column_count then 1 end
    from pg_catalog.pg_attribute
    where attrelid = to_regclass(:qualified_name)
      and not attisdropped
      and attname in (:key_name, :state_name, :version_name, :deadline_name)
  ),
  key_is_unique = (
    select case when count(*) > 0 then 1 end
    from pg_catalog.pg_index i
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = to_regclass(:qualified_name)
      and i.indisunique and i.indisvalid and i.indnkeyatts = 1 and i.indpred is null
      and a.attname = :key_name
  ),
  ready = 1
where fix = :fix;

-- for each batch
-- text batch
begin;
select ready from <fixes> where fix = :fix for update;
select count(*) as rows_locked
from (
  select 1
  from <table> t
  join <kept> k on k.row_key = t.<key>
  where k.fix = :fix and k.batch = :batch
  for update of t
) locked;

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
    or cast(t.<key> as text) collate "C" <> cast(k.row_key as text) collate "C"
    or cast(t.<state> as text) collate "C" is distinct from cast(k.state_new as text) collate "C"
    or t.<deadline> is distinct from k.deadline_new -- if deadline
    or t.<version> is distinct from k.version_seen + 1
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
      and cast(k.state_new as text) collate "C" = cast(t.<state> as text) collate "C"
      and k.deadline_new is not distinct from t.<deadline> -- if deadline
  );

-- for each batch
-- text rollback.forget
delete from <kept> k
where k.fix = :fix and k.batch = :batch
  and exists (select 1 from <fixes> where fix = :fix and ready = 1)
  and not exists (
    select 1
    from <table> t
    where t.<key> = k.row_key
      and cast(t.<state> as text) collate "C" = cast(k.state_new as text) collate "C"
      and t.<deadline> is not distinct from k.deadline_new -- if deadline
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
