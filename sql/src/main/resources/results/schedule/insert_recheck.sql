-- A re-check that is begun by the clock.
-- Parameters: :run, :incident_id, :round.
-- Row: none.
-- Index: none.
insert into scheduled_recheck (run, incident_id, round) values (:run, :incident_id, :round)
