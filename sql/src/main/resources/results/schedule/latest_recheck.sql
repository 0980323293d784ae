-- The latest re-check of an incident that was begun by the clock for a round.
-- Parameters: :incident_id, :round.
-- Row: one, or none when there is none: run.
-- Index: scheduled_recheck_of_round.
select max(run) as run
from scheduled_recheck
where incident_id = :incident_id and round = :round
having max(run) is not null
