-- Tells how far the replica is behind each of its primaries.
-- Rows: one for each channel, Seconds_Behind_Source (of MariaDB Seconds_Behind_Master) among their
-- columns; none on a primary.
show replica status
