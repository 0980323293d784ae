-- What the counts of an incident's packages depend on besides its latest run; all of it only grows.
-- Parameters: :incident_id, :now (an instant in whole seconds).
-- Row: one: latest_review, packages, decisions, expired.
-- Index: primary keys of review and package_decision, package_of_incident.
select
  (select coalesce(max(review_no), 0) from review where incident_id = :incident_id)
    as latest_review,
  (select count(*) from datafix_package where incident_id = :incident_id) as packages,
  (select count(*)
    from datafix_package as package
    join package_decision as decided on decided.package_no = package.package_no
    where package.incident_id = :incident_id) as decisions,
  (select count(*)
    from datafix_package as package
    join package_decision as decided on decided.package_no = package.package_no
    where package.incident_id = :incident_id and decided.expires_at <= :now) as expired
