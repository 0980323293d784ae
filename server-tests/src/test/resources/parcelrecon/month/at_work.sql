-- Schedules that are being looked at, or are to be by now.
select count(*) from scheduled_task where picked or execution_time <= ?
