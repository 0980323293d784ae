-- Schedules that are being looked at, or are to be by now.
-- Parameters: :by.
select count(*)
from scheduled_task
where task_name = 'due-windows' and (picked or execution_time <= :by)
