-- One payment; values in the table's order.
insert into till (parcel_id, payment_id, amount, paid_at) values (?, ?, ?, ?)
