-- Adds a package.
-- Parameters: one per column.
-- Row: none.
-- Index: none.
insert into datafix_package (
  package_no, incident_id, run, made_by, made_at, form, language, manifest_sha256, package_rows,
  mismatches, sums)
values (
  :package_no, :incident_id, :run, :made_by, :made_at, :form, :language, :manifest_sha256,
  :package_rows, :mismatches, :sums)
