-- Adds what was decided about a package; a second decision of the same kind is refused by the key.
-- Parameters: one per column.
-- Row: none.
-- Index: none.
insert into package_decision (
  package_no, decision, decided_by, decided_at, cause, reason, expires_at, approved_sha256)
values (
  :package_no, :decision, :decided_by, :decided_at, :cause, :reason, :expires_at, :approved_sha256)
