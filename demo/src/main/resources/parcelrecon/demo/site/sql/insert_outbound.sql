-- One row of the outbound system; values in the table's order.
insert into parcel_outbound (
  outbound_id, parcel_id, movement, store_id, order_id, checkout_id, payment_method, amount_due,
  currency, status, requested_at, completed_at, pickup_deadline, payout_at, row_version)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
