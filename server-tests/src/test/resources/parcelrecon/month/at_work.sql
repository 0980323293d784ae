-- Schedules, or re-checks, that are being looked at, or are to be by now.
-- Parameters: :task, :by.
select count(*)
from scheduled_task
where task_name = :task and (picked or execution_time <= :by)
