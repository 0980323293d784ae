-- Row: the number by which another session can stop a statement of this one.
select connection_id()
