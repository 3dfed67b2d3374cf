-- A call-back is agreed for a time of day at the debtor's ("Thursday at ten"), not only for a day.
alter table cases.task add column due_at timestamptz;
alter table cases.task add column due_zone text;
alter table cases.task add constraint time_has_its_zone check ((due_at is null) = (due_zone is null));
-- the day is the debtor's or, where that is earlier, the one by UTC: never a day late on anybody's list
alter table cases.task add constraint day_fits_time check (
  due_at is null or due_on between (due_at at time zone 'UTC')::date - 1 and (due_at at time zone 'UTC')::date);
grant update (why, due_at, due_zone) on cases.task to duly_app;
