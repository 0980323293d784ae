-- What was decided about a package.
-- Parameters: :package_no.
-- Row: decision, decided_by, decided_at, cause, reason, expires_at, approved_sha256.
-- Index: primary key of package_decision.
select decision, decided_by, decided_at, cause, reason, expires_at, approved_sha256
from package_decision
where package_no = :package_no
order by package_no, decision
