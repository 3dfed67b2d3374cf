-- What is put off is put off with a reason, and how often is known.
create table cases.task_put_off (
  id uuid primary key,
  creditor_id uuid not null,
  task_id uuid not null references cases.task,
  due_before date not null,
  until date not null check (until > put_off_on),
  why text not null check (why <> ''),
  put_off_by text not null,
  put_off_on date not null,
  recorded_at timestamptz not null
);
create index task_put_off_task on cases.task_put_off (task_id);
grant insert on cases.task_put_off to duly_app;
call journal.append_only('cases.task_put_off');
call identity.scope_by_creditor('cases.task_put_off');

-- Open tasks of each creditor and of each person, the soonest first.
create index task_due on cases.task (creditor_id, due_on, id) where done_on is null;
create index task_mine on cases.task (assigned_to, due_on, id) where done_on is null and assigned_to is not null;
create policy house on cases.task_put_off as restrictive to duly_desk using ((select identity.of_the_house()));
