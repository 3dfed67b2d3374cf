-- What a person did to many cases at once, with what was before, so that it can be taken back within minutes.
create table cases.bulk (
  id uuid primary key,
  person_id uuid not null references identity.person,
  act text not null check (act in ('give', 'put_off', 'hold')),
  done_at timestamptz not null,
  undone_at timestamptz check (undone_at >= done_at)
);
create index bulk_person on cases.bulk (person_id, done_at);
grant insert, update (undone_at) on cases.bulk to duly_app;
alter table cases.bulk enable row level security;
create policy own on cases.bulk to duly_desk using (person_id = (select identity.me()));
create policy everything on cases.bulk to duly_reader using (true);

create table cases.bulk_line (
  bulk_id uuid not null references cases.bulk,
  case_id uuid not null references cases.recovery_case,
  creditor_id uuid not null,
  owner_before uuid,
  owner_after uuid,
  hold_id uuid references cases.hold,
  task_id uuid references cases.task,
  put_off_id uuid references cases.task_put_off,
  due_before date,
  due_at_before timestamptz,
  due_zone_before text,
  due_after date,
  taken_back boolean not null default false,
  primary key (bulk_id, case_id)
);
create index bulk_line_put_off on cases.bulk_line (put_off_id) where put_off_id is not null;
grant insert, update (taken_back) on cases.bulk_line to duly_app;
call identity.scope_by_creditor('cases.bulk_line');
create policy house on cases.bulk_line as restrictive to duly_desk using ((select identity.of_the_house()));
