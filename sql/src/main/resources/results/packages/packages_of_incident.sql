-- The latest packages of an incident, the latest first.
-- Parameters: :incident_id, :rows_max.
-- Row: package_no, incident_id, run, made_by, made_at, form, language, manifest_sha256, package_rows,
--   mismatches, sums (JSON).
-- Index: package_of_incident.
select
  package_no, incident_id, run, made_by, made_at, form, language, manifest_sha256, package_rows,
  mismatches, sums
from datafix_package
where incident_id = :incident_id
order by incident_id, package_no desc
fetch first :rows_max rows only
