-- The last entry of the audit.
-- Parameters: none.
-- Row: number, hash; none in an empty audit.
-- Index: primary key of audit_entry.
select entry_no, hash
from audit_entry
order by entry_no desc
limit 1
