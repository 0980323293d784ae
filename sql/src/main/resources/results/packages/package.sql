-- A package.
-- Parameters: :package_no.
-- Row: one or none: package_no, incident_id, run, made_by, made_at, form, language, manifest_sha256,
--   package_rows, mismatches, sums (JSON).
-- Index: primary key of datafix_package.
select
  package_no, incident_id, run, made_by, made_at, form, language, manifest_sha256, package_rows,
  mismatches, sums
from datafix_package
where package_no = :package_no
