-- Tells how far the replica is behind each of its primaries.
-- Rows: one for each primary, Seconds_Behind_Master among their columns; none on a primary.
show all replicas status
