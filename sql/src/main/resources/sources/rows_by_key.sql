-- Tells how rows of the table that datafixes change are now.
-- Takes names of the datafix section in place of <table>, <key>, <state>, <version> and <deadline>
-- (null where the table has none), and at most 500 parameters in place of <keys>.
-- Rows: key, state, version and deadline of each row with one of the keys, as the database compares
-- them.
-- Index it wants: the key.
select <key> as row_key, <state> as row_state, <version> as row_version, <deadline> as row_deadline
  from <table>
 where <key> in (<keys>)
