-- The interest that a plan was agreed with is charged once its last instalment is the one that runs: with it, it is paid. It stands
-- beside what the plan is about, and nothing else is charged for the days of a plan that is kept.
alter table ledger.charge
  drop constraint charge_kind_check,
  add constraint charge_kind_check check (kind in ('interest', 'compensation', 'late_fee', 'collection_cost', 'court_fee', 'plan_interest'));

alter table agreements.plan_line add column is_interest boolean not null default false,
  add constraint interest_is_a_charge check (charge_id is not null or not is_interest);
create unique index plan_line_interest on agreements.plan_line (plan_id) where is_interest;

create or replace function agreements.plan_adds_up() returns trigger language plpgsql security definer set search_path = agreements, pg_temp as $$
declare
  of_plan uuid := coalesce(to_jsonb(new) ->> 'plan_id', to_jsonb(new) ->> 'id')::uuid;
  made record;
begin
  select p.debt + p.interest as total, p.owed, p.interest,
         (select coalesce(sum(i.amount), 0) from instalment i where i.plan_id = p.id) as paid,
         (select coalesce(sum(l.amount), 0) from plan_line l where l.plan_id = p.id and not l.is_interest) as covered,
         (select sum(l.amount) from plan_line l where l.plan_id = p.id and l.is_interest) as charged
    into made from plan p where p.id = of_plan;
  if made.paid <> made.total or made.covered <> made.owed or made.charged <> made.interest then
    raise exception 'plan %: instalments make % of %, lines % of %, interest % of %', of_plan, made.paid, made.total, made.covered, made.owed, made.charged, made.interest
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- Charges a plan's interest where an instalment is its last and that was not done yet; on the oldest of its invoices that are open and were due before.
create function agreements.charge_interest(of_plan uuid, instalment int, charge uuid, day date, by_whom text) returns void language sql as $$
  with about as (
    select p.*, i.id as invoice_id,
           (select max(s.due_on) from agreements.instalment s where s.plan_id = p.id) as until
      from agreements.plan p
      join agreements.plan_line l on l.plan_id = p.id
      join ledger.invoice i on i.id = l.invoice_id and i.due_on < day
     where p.id = of_plan and p.ended_on is null and p.interest > 0 and p.kind <> 'settlement'
       and instalment = (select max(s.nth) from agreements.instalment s where s.plan_id = p.id)
       and not exists (select from agreements.plan_line c where c.plan_id = p.id and c.is_interest)
     order by i.settled_on is not null, i.due_on, i.number limit 1),
  charged as (
    insert into ledger.charge (id, creditor_id, debtor_id, invoice_id, kind, currency, amount, from_day, to_day, rule, statute, section, source, computed, posted_on, actor)
    select charge, a.creditor_id, a.debtor_id, a.invoice_id, 'plan_interest', a.currency, a.interest, day, day, 'PLAN-INTEREST', 'Plan', a.made_on::text, 'plan ' || a.id,
           'agreed with the plan of ' || a.made_on || ', for its days until ' || a.until, day, by_whom
      from about a returning id, amount)
  insert into agreements.plan_line (plan_id, creditor_id, charge_id, amount, is_interest)
  select a.id, a.creditor_id, c.id, c.amount, true from about a, charged c
$$;
grant execute on function agreements.charge_interest to duly_app;
