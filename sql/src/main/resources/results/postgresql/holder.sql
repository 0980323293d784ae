-- Who holds a run now. Whoever takes it over waits until the transaction ends; that of a process
-- that is suspended in it is ended by the server.
-- Parameters: :run.
-- Row: the holder's number, and how long the transaction may do nothing; or none.
-- Index: primary key of run.
select holder_no, set_config('idle_in_transaction_session_timeout', '40s', true) as silence
from run
where run = :run
for key share
