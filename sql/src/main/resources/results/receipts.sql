-- How many receipts, of how many parcels, were settled.
-- Parameters: :run.
-- Row: receipts, receipt_parcels.
-- Index: primary key of run.
select receipts, receipt_parcels from run where run = :run
