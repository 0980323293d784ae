-- The length of the database's file.
-- Parameters: none.
-- Row: one number, or none.
-- Index: none.
select cast(setting_value as bigint)
from information_schema.settings
where setting_name = 'info.FILE_SIZE'
