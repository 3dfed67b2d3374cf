-- What was agreed, in writing (P30): which message said it first, which asked again, and whether the debtor said yes.
create table correspondence.recap (
  message_id uuid primary key references correspondence.message,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  plan_id uuid references agreements.plan,
  promise_id uuid references agreements.promise,
  -- the message that was not answered
  again_of uuid unique references correspondence.recap,
  recorded_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text check (acknowledged_by in ('portal', 'reply', 'call', 'letter')),
  acknowledged_words text,
  acknowledgement_recorded_by text,
  check ((plan_id is null) <> (promise_id is null)),
  check ((acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (acknowledgement_recorded_by is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index recap_case on correspondence.recap (case_id);
create index recap_plan on correspondence.recap (plan_id) where plan_id is not null;
create index recap_promise on correspondence.recap (promise_id) where promise_id is not null;
create index recap_unanswered on correspondence.recap (recorded_at) where acknowledged_at is null and again_of is null;
grant insert, update (acknowledged_at, acknowledged_by, acknowledged_words, acknowledgement_recorded_by) on correspondence.recap to duly_app;
call identity.scope_by_creditor('correspondence.recap');

-- An instalment is reminded of once.
create table correspondence.instalment_notice (
  plan_id uuid not null,
  nth smallint not null,
  creditor_id uuid not null,
  message_id uuid not null unique references correspondence.message,
  primary key (plan_id, nth),
  foreign key (plan_id, nth) references agreements.instalment (plan_id, nth)
);
grant insert on correspondence.instalment_notice to duly_app;
call journal.append_only('correspondence.instalment_notice');
call identity.scope_by_creditor('correspondence.instalment_notice');

-- How somebody is written to: by e-mail, where an address is known and it is not refused, else by letter; null where both are refused.
create function correspondence.way_of_writing(debtor uuid) returns text language sql stable as $$
  select case when exists (select from parties.debtor o where o.id = debtor and o.email is not null and not exists (
           select from correspondence.dead_address x where x.debtor_id = o.id and x.address = lower(o.email) and x.ended_at is null)
           and not exists (select from parties.contact_person p where p.debtor_id = o.id and 'email' = any (p.refused_channels))
         union all select from parties.contact_person p where p.debtor_id = debtor and p.email is not null and p.right_party <> 'wrong'
           and not 'email' = any (p.refused_channels)) then 'email'
         when not exists (select from parties.contact_person p where p.debtor_id = debtor and 'letter' = any (p.refused_channels)) then 'letter' end $$;

-- The first day from one to another on which nothing else is planned for a debtor and no contact was made.
create function correspondence.free_day(debtor uuid, first date, last date) returns date language sql stable as $$
  select min(d)::date from generate_series(first, last, interval '1 day') d
   where not exists (select from correspondence.message m where m.debtor_id = debtor and m.planned_on = d::date and m.state <> 'withdrawn')
     and not exists (select from correspondence.contact c where c.debtor_id = debtor and c.day = d::date and c.direction = 'out') $$;
grant execute on function correspondence.way_of_writing, correspondence.free_day to duly_app, duly_desk, duly_reader;
