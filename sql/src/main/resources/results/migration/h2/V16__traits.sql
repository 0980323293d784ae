-- What filters ask of a mismatch that never changes while it is listed is one column, its trait: a
-- filter by kind, class, verdict, standing and phase, or by several, is some of a run's traits, of
-- which there are some hundreds whatever the length of the list. Amounts are in finer bands: by how
-- many digits they have, times 100, and the first two of them.

-- A list that is not whole is made anew.

delete from listed_mismatch
where run not in (select run from listed_total where facet = 'ALL');

delete from listed_partition
where run not in (select run from listed_total where facet = 'ALL');

drop index listed_by_kind;

drop index listed_by_verdict;

drop index listed_by_stake;

alter table listed_mismatch add column trait varchar
  generated always as (kind || '/' || verdict || '/' || standing || '/' || phases);

update listed_mismatch
set stake_band =
  100 * length(cast(greatest(coalesce(to_collect_minor, 1), coalesce(to_refund_minor, 1), 1) as varchar))
  + cast(rpad(left(cast(greatest(coalesce(to_collect_minor, 1), coalesce(to_refund_minor, 1), 1)
      as varchar), 2), 2, '0') as integer)
where to_collect_minor is not null or to_refund_minor is not null;

create index listed_by_trait
  on listed_mismatch (run, trait, parcel_key, kind, consumer_group);

create index listed_by_stake
  on listed_mismatch (run, stake_band, parcel_key, kind, consumer_group);

delete from listed_total where facet = 'STAKE';

insert into listed_total (run, facet, facet_value, listed_rows)
select run, 'STAKE', cast(stake_band as varchar), count(*)
from listed_mismatch
group by run, stake_band;

insert into listed_total (run, facet, facet_value, listed_rows)
select run, 'TRAIT', trait, count(*)
from listed_mismatch
group by run, trait;

insert into listed_total (run, facet, facet_value, listed_rows)
select run, 'DECISION', decision, count(*)
from listed_mismatch
where decision is not null
group by run, decision;

insert into listed_total (run, facet, facet_value, listed_rows)
select run, 'ASSIGNEE', assignee, count(*)
from listed_mismatch
where assignee is not null
group by run, assignee;
