-- Adds an entry to the audit.
-- Parameters: one per column.
-- Row: none.
-- Index: primary key of audit_entry.
insert into audit_entry (
  entry_no, done_at, actor, action, subject, detail, previous_hash, hash)
values (
  :entry_no, :done_at, :actor, :action, :subject, :detail, :previous_hash, :hash)
