-- Gives the session the source's zone, so that an instant compares with a column without zone as
-- the site means it.
-- Parameter: zone, a zone's id.
set time zone :zone
