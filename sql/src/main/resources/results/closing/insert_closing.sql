-- Keeps that an incident was closed, or opened again.
-- Parameters: :incident_id, :closing_no, :what, :run, :done_by, :done_at, :reason, :frozen (JSON),
--   :audit_no, :audit_hash.
-- Row: none.
-- Index: primary key of incident_closing.
insert into incident_closing (
  incident_id, closing_no, what, run, done_by, done_at, reason, frozen, audit_no, audit_hash)
values (
  :incident_id, :closing_no, :what, :run, :done_by, :done_at, :reason, :frozen, :audit_no,
  :audit_hash)
