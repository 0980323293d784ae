-- Gives the session an offset (or a zone, where the server knows it by name) in which columns of
-- instants are shown and compared.
-- Parameter: zone.
set session time_zone = :zone
