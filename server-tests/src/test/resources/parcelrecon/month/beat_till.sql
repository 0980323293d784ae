-- The beat of now.
replace into beat (id, seen_at) values (1, ?)
