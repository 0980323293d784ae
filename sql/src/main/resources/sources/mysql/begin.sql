-- Takes the snapshot at once; it would otherwise begin with the first row read.
start transaction with consistent snapshot, read only
