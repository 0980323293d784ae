-- Gives the session the source's zone, so that an instant compares with a column without zone as
-- the site means it.
-- Parameter: zone, a zone's name.
select set_config('TimeZone', :zone, false)
