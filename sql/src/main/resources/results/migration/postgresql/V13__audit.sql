-- Who did what when. An entry holds the hash of the one before it, so that none can be changed, taken
-- out or put in without every later one telling; numbers are from 1 without gaps. The columns are
-- texts to the letter, since the hash is over them.

create table audit_entry (
  entry_no bigint not null primary key,
  done_at text collate "C" not null,
  actor text collate "C" not null,
  action text collate "C" not null,
  subject text collate "C" not null,
  detail text not null,
  previous_hash text not null,
  hash text not null
);

-- Keeps our own statements and a careless hand out. Who owns the table can take it away: the hashes
-- are for them.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the audit are never changed';
end
$$;

create trigger audit_entry_is_final
  before update or delete or truncate on audit_entry
  for each statement execute function refuse_audit_change();
