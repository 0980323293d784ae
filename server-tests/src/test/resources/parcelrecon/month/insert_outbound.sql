-- One pick-up; values in the table's order.
insert into pick_up (
  pick_up_id, parcel_id, store_id, payment, amount_due, requested_at, completed_at)
values (?, ?, ?, ?, ?, ?, ?)
