-- The form of a run's datafix SQL; runs of earlier versions have scripts.

alter table run add column script_form varchar(20) default 'SCRIPT' not null;
