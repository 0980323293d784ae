-- Saves how many receipts, of how many parcels, were settled.
-- Parameters: :run, :receipts, :parcels.
-- Row: none.
-- Index: primary key of run.
update run set receipts = :receipts, receipt_parcels = :parcels where run = :run
