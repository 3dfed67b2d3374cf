-- What was agreed in more than one payment, or below the debt (P28, P29). A plan is never changed: what is agreed anew is another
-- plan that replaces it.
create table agreements.plan (
  id uuid primary key,
  creditor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  debtor_id uuid not null,
  currency char(3) not null,
  kind text not null check (kind in ('part_and_rest', 'instalments', 'settlement')),
  -- minor units: what was open without what was contested when it was agreed first, and what of it is paid by the plan
  owed bigint not null check (owed > 0),
  debt bigint not null check (debt > 0 and debt <= owed),
  -- what is paid beside the debt for the time it takes
  interest bigint not null check (interest >= 0),
  made_on date not null,
  -- money recorded after this counts: the last that had come when it was agreed, or the first of the plans that it replaces was
  counted_from timestamptz not null,
  on_miss text not null check (on_miss in ('one_grace', 'renegotiate', 'falls_due')),
  grace_days smallint not null check (grace_days between 0 and 31),
  paid_by text not null check (paid_by in ('transfer', 'direct_debit', 'card', 'cheque', 'cash')),
  own_words text,
  replaces uuid unique references agreements.plan,
  recorded_by text not null,
  recorded_at timestamptz not null,
  -- until when a missed instalment may still come
  grace_until date,
  ended_on date,
  ended text check (ended in ('kept', 'broken', 'renegotiated', 'superseded')),
  ended_why text,
  constraint settlement_is_below_the_debt check ((kind = 'settlement') = (debt < owed)),
  check ((ended_on is null) = (ended is null) and (ended_on is null) = (ended_why is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create unique index one_running_plan on agreements.plan (case_id) where ended_on is null;
create index plan_case on agreements.plan (case_id);
create index plan_debtor on agreements.plan (debtor_id) where ended_on is null;
grant insert, update (grace_until, ended_on, ended, ended_why) on agreements.plan to duly_app;
call identity.scope_by_creditor('agreements.plan');

create table agreements.instalment (
  plan_id uuid not null references agreements.plan,
  -- from 1
  nth smallint not null check (nth between 1 and 200),
  creditor_id uuid not null,
  due_on date not null,
  amount bigint not null check (amount > 0),
  primary key (plan_id, nth),
  unique (plan_id, due_on)
);
grant insert on agreements.instalment to duly_app;
call journal.append_only('agreements.instalment');
call identity.scope_by_creditor('agreements.instalment');

-- What a plan is about: invoices and charges, each with what of it was open and not contested.
create table agreements.plan_line (
  plan_id uuid not null references agreements.plan,
  creditor_id uuid not null,
  invoice_id uuid references ledger.invoice,
  charge_id uuid references ledger.charge,
  amount bigint not null check (amount > 0),
  check ((invoice_id is null) <> (charge_id is null))
);
create unique index plan_line_invoice on agreements.plan_line (plan_id, invoice_id) where invoice_id is not null;
create unique index plan_line_charge on agreements.plan_line (plan_id, charge_id) where charge_id is not null;
create index plan_line_of_invoice on agreements.plan_line (invoice_id) where invoice_id is not null;
grant insert on agreements.plan_line to duly_app;
call journal.append_only('agreements.plan_line');
call identity.scope_by_creditor('agreements.plan_line');

-- Money that a plan adds up to is held at the end of the transaction that records it.
create function agreements.plan_adds_up() returns trigger language plpgsql security definer set search_path = agreements, pg_temp as $$
declare
  of_plan uuid := coalesce(to_jsonb(new) ->> 'plan_id', to_jsonb(new) ->> 'id')::uuid;
  made record;
begin
  select p.debt + p.interest as total, p.owed,
         (select coalesce(sum(i.amount), 0) from instalment i where i.plan_id = p.id) as paid,
         (select coalesce(sum(l.amount), 0) from plan_line l where l.plan_id = p.id) as covered
    into made from plan p where p.id = of_plan;
  if made.paid <> made.total or made.covered <> made.owed then
    raise exception 'plan %: instalments make % of %, lines % of %', of_plan, made.paid, made.total, made.covered, made.owed using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert on agreements.plan deferrable initially deferred for each row execute function agreements.plan_adds_up();
create constraint trigger adds_up after insert on agreements.instalment deferrable initially deferred for each row execute function agreements.plan_adds_up();
create constraint trigger adds_up after insert on agreements.plan_line deferrable initially deferred for each row execute function agreements.plan_adds_up();

-- A plan's next instalment is the one promise that runs in its case.
alter table agreements.promise add column plan_id uuid references agreements.plan, add column nth smallint,
  add constraint instalment_is_whole check ((plan_id is null) = (nth is null)),
  add foreign key (plan_id, nth) references agreements.instalment (plan_id, nth);
create unique index one_promise_per_instalment on agreements.promise (plan_id, nth) where plan_id is not null;

-- What has come for a plan since it was agreed, minor units: money set against what it is about.
create function agreements.received_for(of_plan uuid, until date) returns bigint language sql stable as $$
  select (coalesce((select sum(p.amount) from agreements.plan_line l join ledger.posting p on p.invoice_id = l.invoice_id
            where l.plan_id = n.id and p.kind = 'receipt' and p.recorded_at > n.counted_from and p.effective_on <= until
              and not exists (select from ledger.posting u where u.id = p.reverses_id and u.recorded_at <= n.counted_from)), 0)
        + coalesce((select sum(p.amount) from ledger.charge c join ledger.charge_posting p on p.charge_id = c.id
            where (c.invoice_id in (select l.invoice_id from agreements.plan_line l where l.plan_id = n.id and l.invoice_id is not null)
                or c.id in (select l.charge_id from agreements.plan_line l where l.plan_id = n.id and l.charge_id is not null))
              and p.kind = 'receipt' and p.recorded_at > n.counted_from and p.effective_on <= until
              and not exists (select from ledger.charge_posting u where u.id = p.reverses_id and u.recorded_at <= n.counted_from)), 0))::bigint
    from agreements.plan n where n.id = of_plan $$;

-- What of a plan is still open, whoever paid, credited or gave it up.
create function agreements.open_of(of_plan uuid, until date) returns bigint language sql stable as $$
  select (coalesce((select sum(least(l.amount, greatest(0, ledger.open_on(l.invoice_id, until)))) from agreements.plan_line l
            where l.plan_id = of_plan and l.invoice_id is not null), 0)
        + coalesce((select sum(c.amount - coalesce((select sum(p.amount) from ledger.charge_posting p where p.charge_id = c.id and p.effective_on <= until), 0))
            from ledger.charge c join agreements.plan_line l on l.charge_id = c.id where l.plan_id = of_plan), 0))::bigint $$;
grant execute on function agreements.received_for, agreements.open_of to duly_app, duly_desk, duly_reader;

-- The daily cycle has decided when it makes the next instalment of a plan a promise: that neither wakes the case nor withdraws
-- what it drafted for what the plan is not about.
create or replace function agreements.note_promise() returns trigger language plpgsql security definer set search_path = agreements, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if coalesce(new.nth, 1) = 1 or new.recorded_by <> 'duly' then
      perform cases.wake(new.debtor_id, new.case_id);
      perform correspondence.withdraw_drafts(new.debtor_id, new.case_id, null, null, 'promise due ' || new.due_on);
    end if;
  elsif new.outcome = 'superseded' and old.outcome is null then
    perform cases.wake(new.debtor_id, new.case_id);
  end if;
  return null;
end $$;

-- A plan that a person ends leaves the case to the policy.
create function agreements.note_plan() returns trigger language plpgsql security definer set search_path = agreements, pg_temp as $$
begin
  if new.ended in ('renegotiated', 'superseded') and old.ended is null then
    perform cases.wake(new.debtor_id, new.case_id);
  end if;
  return null;
end $$;
create trigger wake_case after update on agreements.plan for each row execute function agreements.note_plan();

-- Recaps of what was agreed, reminders of instalments, letters of release, what is explained of an invoice that was contested, and
-- the question after a payment that was announced.
alter table correspondence.message
  drop constraint message_purpose_check,
  add constraint message_purpose_check check (purpose in ('demand', 'apology', 'copies', 'message', 'thanks', 'contact',
    'recap', 'instalment', 'release', 'explanation', 'unpaid'));
