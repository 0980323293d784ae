-- What is to be told and was not.
select count(*) from telling where next_at is not null
