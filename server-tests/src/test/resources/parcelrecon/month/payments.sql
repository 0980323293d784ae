-- Payments of a span of time.
-- Parameters: :from, :to (half-open, local). A row per payment_id. Wants an index on paid_at.
select parcel_id, payment_id, amount, paid_at from till where paid_at >= :from and paid_at < :to
