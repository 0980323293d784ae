-- Something that is to be told, at once.
-- Parameters: :telling_key, :schedule, :occasion, :window_to, :target, :message, :now.
-- Row: none.
-- Index: none.
insert into telling
  (telling_key, schedule, occasion, window_to, target, message, state, tries, made_at, next_at)
values
  (:telling_key, :schedule, :occasion, :window_to, :target, :message, 'WAITING', 0, :now, :now)
