-- A map that a person does not want any more goes.
grant delete on intake.saved_map to duly_app;

-- The day on which the file of a job that was never taken in was removed: nobody came back to it for 30 days.
alter table intake.job add column file_gone_on date check (file_gone_on is null or state in ('refused', 'failed', 'cancelled'));
grant update (file_gone_on) on intake.job to duly_app;
