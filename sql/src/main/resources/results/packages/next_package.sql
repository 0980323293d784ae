-- The number of the next package.
-- Parameters: none.
-- Row: one: package_no.
-- Index: primary key of datafix_package.
select coalesce(max(package_no), 0) + 1 as package_no from datafix_package
