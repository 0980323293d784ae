-- Lets this transaction see another one's snapshot; has to be its first statement.
-- Takes the snapshot's quoted name in place of <snapshot>, since it has no parameters.
set transaction snapshot <snapshot>
