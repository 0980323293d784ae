-- Adds a review of a mismatch as a run lists it; none when the run lists it with other facts.
-- Parameters: one per column but parcel_id; :parcel_key.
-- Row: none.
-- Index: primary key of listed_mismatch.
insert into review (
  incident_id, review_no, run, parcel_id, kind, consumer_group, facts, what, decision, assignee,
  note, reviewed_by, reviewed_at)
select
  cast(:incident_id as varchar), cast(:review_no as bigint), run, parcel_id, kind, consumer_group,
  facts, cast(:what as varchar), cast(:decision as varchar), cast(:assignee as varchar),
  cast(:note as varchar), cast(:reviewed_by as varchar), cast(:reviewed_at as varchar)
from listed_mismatch
where run = :run and parcel_key = :parcel_key and kind = :kind
  and consumer_group = :consumer_group and facts = :facts
