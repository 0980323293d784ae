-- The next entries of the audit behind a number, oldest first.
-- Parameters: after, rows_max.
-- Row: all columns of an entry.
-- Index: primary key of audit_entry.
select entry_no, done_at, actor, action, subject, detail, previous_hash, hash
from audit_entry
where entry_no > :after
order by entry_no
limit :rows_max
