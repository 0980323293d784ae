-- How often an incident was closed and opened again, in order.
-- Parameters: :incident_id.
-- Row: incident_id, closing_no, what, run, done_by, done_at, reason, frozen (JSON), audit_no,
--   audit_hash.
-- Index: primary key of incident_closing.
select
  incident_id, closing_no, what, run, done_by, done_at, reason, frozen, audit_no, audit_hash
from incident_closing
where incident_id = :incident_id
order by incident_id, closing_no
