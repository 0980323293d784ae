-- Tellings that wait for long, or were given up lately, by target.
-- Parameters: :waiting_since, :given_up_since.
-- Row: target, waiting, given_up.
-- Index: none; the table holds 90 days.
select
  target,
  sum(case when state = 'WAITING' then 1 else 0 end) as waiting,
  sum(case when state = 'GIVEN_UP' then 1 else 0 end) as given_up
from telling
where (state = 'WAITING' and made_at < :waiting_since)
  or (state = 'GIVEN_UP' and ended_at >= :given_up_since)
group by target
