-- An amount by a date.
create table agreements.promise (
  id uuid primary key,
  creditor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  debtor_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  made_on date not null,
  due_on date not null check (due_on >= made_on),
  own_words text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  outcome text check (outcome in ('kept', 'partly_kept', 'late', 'broken', 'superseded')),
  judged_on date,
  check ((outcome is null) = (judged_on is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create unique index one_running_promise on agreements.promise (case_id) where outcome is null;
create index promise_case on agreements.promise (case_id);
create index promise_debtor on agreements.promise (debtor_id);
grant insert, update (outcome, judged_on) on agreements.promise to duly_app;
call identity.scope_by_creditor('agreements.promise');
