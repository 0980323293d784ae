-- What a source's database calls the snapshot it is read in; null of other sources.

alter table planned_source add column snapshot text;
