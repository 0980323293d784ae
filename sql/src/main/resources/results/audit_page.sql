-- The next entries of the audit before a number, newest first.
-- Parameters: before, rows_max; actor, action, subject, each empty for any; from, to, texts that
-- done_at is compared with by their bytes.
-- Row: all columns of an entry.
-- Index: primary key of audit_entry, read backwards until enough entries are found.
select entry_no, done_at, actor, action, subject, detail, previous_hash, hash
from audit_entry
where entry_no < :before
  and (:actor = '' or actor = :actor)
  and (:action = '' or action = :action)
  and (:subject = '' or subject = :subject)
  and done_at >= :from
  and done_at < :to
order by entry_no desc
limit :rows_max
