-- Who did what when. An entry holds the hash of the one before it, so that none can be changed, taken
-- out or put in without every later one telling; numbers are from 1 without gaps. The columns are
-- texts to the letter, since the hash is over them. H2 cannot refuse a change without a class of ours
-- in whatever program opens the file.

create table audit_entry (
  entry_no bigint not null primary key,
  done_at varchar not null,
  actor varchar not null,
  action varchar not null,
  subject varchar not null,
  detail varchar not null,
  previous_hash varchar not null,
  hash varchar not null
);

-- One row to be locked: whose transaction has it has the turn.
create table turn (turn_no integer not null primary key);

insert into turn (turn_no) values (1);
