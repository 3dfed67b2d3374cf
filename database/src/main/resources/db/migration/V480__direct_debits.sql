-- Direct debits of the SEPA schemes: who may collect, from whose account, and what the bank was asked to collect.

-- By what a creditor is known in the schemes, and where the money goes.
create table agreements.direct_debit (
  creditor_id uuid primary key references parties.creditor,
  identifier text not null check (identifier ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{4,31}$'),
  iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$'),
  bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
  -- between the day on which a debtor is told and the day on which it is collected: 14 by the schemes, or as was agreed
  notice_days smallint not null check (notice_days between 1 and 14),
  set_by text not null,
  set_at timestamptz not null
);
grant insert, update (identifier, iban, bic, notice_days, set_by, set_at) on agreements.direct_debit to duly_app;
grant select on agreements.direct_debit to duly_app, duly_desk, duly_reader;
call identity.scope_by_creditor('agreements.direct_debit');

-- Whose account may be debited. Never changed: another account is another mandate.
create table agreements.mandate (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  reference text not null check (reference ~ '^[A-Za-z0-9+?/:().,''-]{1,35}$'),
  scheme text not null check (scheme in ('core', 'b2b')),
  holder text not null check (length(btrim(holder)) between 1 and 70),
  iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$'),
  bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
  signed_on date not null,
  recorded_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_on date,
  ended_why text check (length(ended_why) <= 500),
  ended_by text,
  unique (creditor_id, reference),
  check (num_nonnulls(ended_on, ended_why, ended_by) in (0, 3)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create unique index one_mandate_of_a_debtor on agreements.mandate (debtor_id) where ended_on is null;
create index mandate_of_debtor on agreements.mandate (debtor_id);
grant insert, update (ended_on, ended_why, ended_by) on agreements.mandate to duly_app;
grant select on agreements.mandate to duly_app, duly_desk, duly_reader;
call identity.scope_by_creditor('agreements.mandate');

create schema debits;
grant usage on schema debits to duly_app, duly_desk, duly_reader;
alter default privileges in schema debits grant select on tables to duly_app, duly_desk, duly_reader;

-- What a bank was asked, as it was given to it.
create table debits.file (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  message text not null unique check (length(message) between 1 and 33),
  currency char(3) not null,
  collections int not null check (collections > 0),
  total bigint not null check (total > 0),
  content bytea not null,
  made_on date not null,
  made_at timestamptz not null,
  made_by text not null,
  -- it was not given to the bank, or the bank refused all of it
  withdrawn_on date,
  withdrawn_why text check (length(withdrawn_why) <= 500),
  withdrawn_by text,
  unique (id, creditor_id),
  check (num_nonnulls(withdrawn_on, withdrawn_why, withdrawn_by) in (0, 3))
);
create index debit_file_of_creditor on debits.file (creditor_id, made_on desc);
grant insert, update (withdrawn_on, withdrawn_why, withdrawn_by) on debits.file to duly_app;
call identity.scope_by_creditor('debits.file');

create table debits.collection (
  id uuid primary key,
  file_id uuid not null,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  plan_id uuid not null,
  nth smallint not null,
  mandate_id uuid not null references agreements.mandate,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  collect_on date not null,
  -- letters alone, so that nobody takes it for the number of an invoice
  end_to_end text not null unique check (end_to_end ~ '^DD-[A-P]{20}$'),
  withdrawn boolean not null default false,
  returned_on date,
  returned_code text check (length(returned_code) <= 20),
  check (returned_on is not null or returned_code is null),
  foreign key (file_id, creditor_id) references debits.file (id, creditor_id),
  foreign key (plan_id, nth) references agreements.instalment (plan_id, nth),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
-- Nothing is collected twice.
create unique index one_collection_of_an_instalment on debits.collection (plan_id, nth) where not withdrawn;
create index collection_of_file on debits.collection (file_id);
create index collection_of_mandate on debits.collection (mandate_id, collect_on desc);
create index collection_under_way on debits.collection (end_to_end) where returned_on is null and not withdrawn;
grant insert, update (withdrawn, returned_on, returned_code) on debits.collection to duly_app;
call identity.scope_by_creditor('debits.collection');
create index entry_going_out_end_to_end on banking.entry (end_to_end) where amount < 0 and end_to_end is not null;

create function debits.file_adds_up() returns trigger language plpgsql security definer set search_path = debits, pg_temp as $$
declare
  of_file uuid := coalesce(to_jsonb(new) ->> 'file_id', to_jsonb(new) ->> 'id')::uuid;
begin
  if exists (select from file f, lateral (select coalesce(sum(c.amount), 0) as total, count(*) as collections from collection c where c.file_id = f.id) it
      where f.id = of_file and (f.total <> it.total or f.collections <> it.collections)) then
    raise exception 'file % does not add up to its collections', of_file using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert on debits.file deferrable initially deferred for each row execute function debits.file_adds_up();
create constraint trigger adds_up after insert on debits.collection deferrable initially deferred for each row execute function debits.file_adds_up();

-- What could not be collected in time: a person was asked to see to it, once.
create table debits.kept_back (
  plan_id uuid not null,
  nth smallint not null,
  creditor_id uuid not null references parties.creditor,
  case_id uuid not null references cases.recovery_case,
  why text not null,
  told_on date not null,
  primary key (plan_id, nth),
  foreign key (plan_id, nth) references agreements.instalment (plan_id, nth)
);
grant insert on debits.kept_back to duly_app;
call journal.append_only('debits.kept_back');
call identity.scope_by_creditor('debits.kept_back');

-- The mandate of a debtor by which can be collected on a day: it stands, and was used or signed within 36 months before.
create function agreements.mandate_in_force(debtor uuid, day date) returns uuid language sql stable as $$
  select m.id from agreements.mandate m
   where m.debtor_id = debtor and m.ended_on is null and m.signed_on <= day
     and greatest(m.signed_on, (select max(c.collect_on) from debits.collection c where c.mandate_id = m.id and not c.withdrawn)) > day - interval '36 months' $$;
grant execute on function agreements.mandate_in_force to duly_app, duly_desk, duly_reader;

-- Collected is only by a mandate and for who may collect.
create function agreements.needs_a_mandate() returns trigger language plpgsql security definer set search_path = agreements, pg_temp as $$
begin
  if not exists (select from direct_debit d where d.creditor_id = new.creditor_id) or agreements.mandate_in_force(new.debtor_id, new.made_on) is null then
    raise exception 'plan % is by direct debit, and there is no mandate', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger needs_a_mandate after insert on agreements.plan for each row when (new.paid_by = 'direct_debit') execute function agreements.needs_a_mandate();

-- When the debtor was told in writing what is collected from their account by an instalment; null where not.
create function debits.announced_on(of_plan uuid, of_nth smallint, since date) returns date language sql stable as $$
  select min(m.sent_on) from correspondence.message m
   where m.sent_on >= since
     and (m.id in (select r.message_id from correspondence.recap r where r.plan_id = of_plan) or m.id in (select n.message_id from correspondence.instalment_notice n where n.plan_id = of_plan and n.nth = of_nth)) $$;
grant execute on function debits.announced_on to duly_app, duly_desk, duly_reader;

-- What a debtor sees of it.
grant select (creditor_id, identifier) on agreements.direct_debit to duly_debtor;
create policy theirs on agreements.direct_debit to duly_debtor using (creditor_id = (select identity.creditor_of_debtor()));
grant select (id, debtor_id, reference, scheme, holder, iban, signed_on, ended_on) on agreements.mandate to duly_debtor;
create policy theirs on agreements.mandate to duly_debtor using (debtor_id = (select identity.debtor()));
grant select (paid_by) on agreements.plan to duly_debtor;
grant usage on schema debits to duly_debtor;
grant select (id, debtor_id, currency, amount, collect_on, withdrawn, returned_on) on debits.collection to duly_debtor;
create policy theirs on debits.collection to duly_debtor using (debtor_id = (select identity.debtor()));
