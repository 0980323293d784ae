-- Whether a telling is written down already.
-- Parameters: :telling_key.
-- Row: one boolean.
-- Index: primary key of telling.
select count(*) > 0 from telling where telling_key = :telling_key
