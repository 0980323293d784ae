-- Changes rows of the site's outbound table in batches, each only when all its rows are as seen.
-- For psql -f. It is safe with a client that goes on after an error: the updates of a batch ask for
-- the row that only its passed check inserts, and the check for "ready", which only a passed head
-- sets. What is checked is a column that may not be null: the error names what is not so.
-- Index it wants: a unique one on the key, which is checked.

-- once
-- text script.head
\set ON_ERROR_STOP on
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set time zone :zone;
set lock_timeout = '10s';
set client_min_messages = warning;
set session characteristics as transaction isolation level read committed;

-- text script.tables
create table if not exists <fixes> (
  fix varchar(64) not null primary key,
  rows_to_change int not null,
  script_was_run int not null,
  database_is_the_expected_one int not null,
  server_takes_writes int not null,
  columns_are_there int not null,
  key_is_unique int not null,
  approval_has_not_expired int not null,
  ready int not null
);
create table if not exists <batches> (
  fix varchar(64) not null references <fixes>,
  batch int not null,
  rows_expected int not null,
  every_row_is_as_seen int not null,
  every_row_was_changed int not null,
  passed_at timestamp with time zone not null,
  primary key (fix, batch)
);
create table if not exists <kept> as
select
  cast(null as varchar(64)) as fix,
  cast(null as int) as batch,
  <key> as row_key,
  <state> as state_seen,
  <state> as state_new,
  <deadline> as deadline_seen, -- if deadline
  <deadline> as deadline_new, -- if deadline
  <version> as version_seen
from <table>
where 1 = 0;
create unique index if not exists parcel_recon_kept_row on <kept> (fix, row_key);

-- text script.target
insert into <fixes>
select :fix, :rows, 1, 0, 0, 0, 0, 0, 0
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
  approval_has_not_expired = case when current_timestamp < :expires_at then 1 end, -- if expires_at
  ready = 1
where fix = :fix;

-- for each batch
-- text batch
begin;
select ready from <fixes> where fix = :fix for update;
select passed_at as batch_has_passed_before from <batches> where fix = :fix and batch = :batch;

-- text script.kept
delete from <kept>
where fix = :fix and batch = :batch
  and not exists (select 1 from <batches> where fix = :fix and batch = :batch);

-- for each row
insert into <kept> (fix, batch, row_key, state_seen, state_new, version_seen) -- unless deadline
select :fix, :batch, :id, :seen_state, :new_state, :seen_version -- unless deadline
insert into <kept> (fix, batch, row_key, state_seen, state_new, version_seen, deadline_seen, deadline_new) -- if deadline
select :fix, :batch, :id, :seen_state, :new_state, :seen_version, :seen_deadline, :held_deadline -- if deadline
where not exists (select 1 from <batches> where fix = :fix and batch = :batch);

-- for each batch
-- text script.check
select count(*) as rows_locked
from (
  select 1
  from <table> t
  join <kept> k on k.row_key = t.<key>
  where k.fix = :fix and k.batch = :batch
  for update of t
) locked;
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
    or cast(t.<key> as text) collate "C" <> cast(k.row_key as text) collate "C"
    or cast(t.<state> as text) collate "C" is distinct from cast(k.state_seen as text) collate "C"
    or t.<deadline> is distinct from k.deadline_seen -- if deadline
    or t.<version> is distinct from k.version_seen
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
      and cast(t.<key> as text) collate "C" = cast(k.row_key as text) collate "C"
      and cast(t.<state> as text) collate "C" = cast(k.state_seen as text) collate "C"
      and t.<deadline> is not distinct from k.deadline_seen -- if deadline
      and t.<version> = k.version_seen
  ),
  0, current_timestamp
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
  and <deadline> is not distinct from :seen_deadline -- if deadline
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
    and cast(t.<state> as text) collate "C" = cast(k.state_new as text) collate "C"
    and t.<deadline> is not distinct from k.deadline_new -- if deadline
    and t.<version> = k.version_seen + 1
)
where fix = :fix and batch = :batch and every_row_was_changed = 0;
commit;

-- once
-- text script.end
select f.rows_to_change, sum(b.every_row_was_changed) as rows_changed, count(*) as batches_passed
from <fixes> f
join <batches> b on b.fix = f.fix and b.every_row_was_changed > 0
where f.fix = :fix
group by f.rows_to_change;
