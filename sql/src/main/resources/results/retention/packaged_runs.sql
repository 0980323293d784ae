-- The runs under packages of an incident about which nobody has decided, or whose approval holds.
-- Parameters: :incident_id, :now (an instant in whole seconds).
-- Row: run.
-- Index: package_of_incident, primary key of package_decision.
select distinct package.run
from datafix_package as package
where package.incident_id = :incident_id
  and not exists (
    select 1
    from package_decision as decided
    where decided.package_no = package.package_no
      and (decided.decision <> 'APPROVED' or decided.expires_at <= :now))
