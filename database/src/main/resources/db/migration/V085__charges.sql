-- A charge on an invoice, with all it stands on. It is never changed: what lowers it is a posting of its own, so that it
-- outlives the principal. settled_on and cancelled_on are kept by the trigger below.
create table ledger.charge (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  invoice_id uuid not null references ledger.invoice,
  kind text not null check (kind in ('interest', 'compensation', 'late_fee', 'collection_cost', 'court_fee')),
  currency char(3) not null,
  -- minor units
  amount bigint not null check (amount > 0),
  -- the days it is for, both counted; one day where it arises once
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  -- the rule, its text and where that can be read; of agreed charges the version of the terms too
  rule text not null check (rule <> ''),
  statute text not null check (statute <> ''),
  section text not null check (section <> ''),
  source text not null check (source <> ''),
  terms_id uuid,
  -- whether interest bears interest under the basis
  compounds boolean not null default false,
  -- in a sentence, and for interest line by line as JSON
  computed text not null check (computed <> ''),
  lines text not null default '[]',
  posted_on date not null check (posted_on >= to_day),
  actor text not null,
  recorded_at timestamptz not null default now(),
  -- the day on which nothing of it was open any more; null while something is
  settled_on date,
  -- the day on which it was found to be wrong
  cancelled_on date,
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id),
  foreign key (terms_id, creditor_id) references parties.terms (id, creditor_id),
  check (kind = 'interest' or from_day = to_day),
  check (kind = 'interest' or not compounds),
  -- no day bears interest twice
  constraint interest_once exclude using gist (invoice_id with =, daterange(from_day, to_day, '[]') with &&)
    where (kind = 'interest' and cancelled_on is null)
);
create unique index fixed_charge_once on ledger.charge (invoice_id, kind)
  where kind in ('compensation', 'late_fee') and cancelled_on is null;
create index charge_invoice on ledger.charge (invoice_id);
create index charge_debtor on ledger.charge (debtor_id, posted_on);
grant insert on ledger.charge to duly_app;
call identity.scope_by_creditor('ledger.charge');

-- Every change of a charge's balance after it was posted. Positive amounts lower it; a reversal is the negative of what
-- it reverses. A cancellation says that the charge was wrong from the start, a waiver that it is let go.
create table ledger.charge_posting (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  charge_id uuid not null references ledger.charge,
  currency char(3) not null,
  kind text not null check (kind in ('receipt', 'credit_note', 'waiver', 'cancellation')),
  receipt_id uuid references ledger.receipt,
  credit_note_id uuid references ledger.credit_note,
  amount bigint not null check (amount <> 0),
  effective_on date not null,
  recorded_at timestamptz not null default now(),
  actor text not null,
  why text,
  reverses_id uuid unique references ledger.charge_posting,
  check ((kind = 'receipt') = (receipt_id is not null)),
  check ((kind = 'credit_note') = (credit_note_id is not null)),
  check (kind in ('receipt', 'credit_note') or why <> ''),
  check ((amount < 0) = (reverses_id is not null)),
  check (kind <> 'cancellation' or amount > 0)
);
create index charge_posting_charge on ledger.charge_posting (charge_id);
create index charge_posting_debtor on ledger.charge_posting (debtor_id, effective_on);
create index charge_posting_receipt on ledger.charge_posting (receipt_id) where receipt_id is not null;
create index charge_posting_credit_note on ledger.charge_posting (credit_note_id) where credit_note_id is not null;
grant insert on ledger.charge_posting to duly_app;
call journal.append_only('ledger.charge_posting');
call identity.scope_by_creditor('ledger.charge_posting');

-- Whatever takes from money that came or from a credit note. What of a receipt or credit note is left is its amount less
-- these; another kind of use is one branch more, in a later migration, and a trigger that looks at the sums as those here do.
create view ledger.used with (security_invoker = true) as
  select receipt_id, credit_note_id, amount, effective_on, recorded_at from ledger.posting
  union all
  select receipt_id, credit_note_id, amount, effective_on, recorded_at from ledger.charge_posting;

-- A charge is of its invoice's creditor, debtor and currency, and for days on which the invoice was late.
create function ledger.hold_charge() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  bad text;
begin
  select i.number into bad from added a join invoice i on i.id = a.invoice_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (i.currency, i.creditor_id, i.debtor_id) limit 1;
  if found then
    raise exception 'charge differs from invoice % in currency, creditor or debtor', bad
      using errcode = 'check_violation', constraint = 'charge_fits_invoice', detail = bad;
  end if;
  select i.number into bad from added a join invoice i on i.id = a.invoice_id where a.from_day <= i.due_on limit 1;
  if found then
    raise exception 'charge on invoice % is for days on which it was not late', bad
      using errcode = 'check_violation', constraint = 'charge_after_due', detail = bad;
  end if;
  return null;
end $$;
create trigger hold_charge after insert on ledger.charge
  referencing new table as added for each statement execute function ledger.hold_charge();

-- Invariant 2 for charges, on every day: what is set against a charge lies between zero and its amount, money and credit
-- notes are not used beyond theirs, a reversal undoes exactly what it names, a cancellation takes the whole charge.
create function ledger.hold_charge_balances() returns trigger language plpgsql security definer
  set search_path = ledger, pg_temp as $$
declare
  bad text;
begin
  perform from charge where id in (select charge_id from added) order by id for no key update;
  perform from receipt where id in (select receipt_id from added) order by id for no key update;
  perform from credit_note where id in (select credit_note_id from added) order by id for no key update;

  select c.id into bad from added a join charge c on c.id = a.charge_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (c.currency, c.creditor_id, c.debtor_id) limit 1;
  if found then
    raise exception 'posting differs from charge % in currency, creditor or debtor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_charge', detail = bad;
  end if;
  select r.id into bad from added a join receipt r on r.id = a.receipt_id
   where (a.currency, a.creditor_id) is distinct from (r.currency, r.creditor_id) limit 1;
  if found then
    raise exception 'posting differs from receipt % in currency or creditor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_receipt', detail = bad;
  end if;
  select n.number into bad from added a join credit_note n on n.id = a.credit_note_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (n.currency, n.creditor_id, n.debtor_id) limit 1;
  if found then
    raise exception 'posting differs from credit note % in currency, creditor or debtor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_credit_note', detail = bad;
  end if;
  select c.id into bad from added a join charge c on c.id = a.charge_id
      left join receipt r on r.id = a.receipt_id left join credit_note n on n.id = a.credit_note_id
   where a.effective_on < greatest(c.posted_on, r.received_on, n.issued_on) limit 1;
  if found then
    raise exception 'posting on charge % takes effect before there was the charge or the money', bad
      using errcode = 'check_violation', constraint = 'charge_posting_not_before_its_causes', detail = bad;
  end if;
  select c.id into bad from added a join charge_posting p on p.id = a.reverses_id join charge c on c.id = a.charge_id
   where (a.charge_id, a.kind, a.receipt_id, a.credit_note_id, a.amount)
     is distinct from (p.charge_id, p.kind, p.receipt_id, p.credit_note_id, -p.amount)
      or p.reverses_id is not null or a.effective_on < p.effective_on limit 1;
  if found then
    raise exception 'posting on charge % does not undo exactly what it reverses', bad
      using errcode = 'check_violation', constraint = 'reversal_undoes_its_posting', detail = bad;
  end if;
  select c.id into bad from added a join charge c on c.id = a.charge_id
   where c.cancelled_on is not null or (a.kind = 'cancellation' and a.amount <> c.amount) limit 1;
  if found then
    raise exception 'charge % is cancelled, or would be cancelled in part', bad
      using errcode = 'check_violation', constraint = 'charge_cancelled_whole', detail = bad;
  end if;

  with day as (
    select charge_id, effective_on, sum(amount) as amount, max(effective_on) filter (where kind = 'cancellation') as cancelled_on
      from charge_posting where charge_id in (select charge_id from added) group by charge_id, effective_on),
  running as (
    select charge_id, effective_on, amount, cancelled_on,
        sum(amount) over (partition by charge_id order by effective_on) as used from day),
  total as (
    select charge_id, sum(amount) as amount, max(used) as most, min(used) as least, max(effective_on) as last_on,
        max(cancelled_on) as cancelled_on from running group by charge_id),
  kept as (
    update charge c set settled_on = case when t.amount = c.amount then t.last_on end, cancelled_on = t.cancelled_on
      from total t where c.id = t.charge_id
       and (c.settled_on, c.cancelled_on) is distinct from (case when t.amount = c.amount then t.last_on end, t.cancelled_on))
  select c.id into bad from charge c join total t on t.charge_id = c.id where t.most > c.amount or t.least < 0 limit 1;
  if found then
    raise exception 'charge % would be allocated more than it is', bad
      using errcode = 'check_violation', constraint = 'charge_not_overdrawn', detail = bad;
  end if;

  with day as (
    select receipt_id, effective_on, sum(amount) as amount from used
     where receipt_id in (select receipt_id from added) group by receipt_id, effective_on),
  running as (
    select receipt_id, amount, sum(amount) over (partition by receipt_id order by effective_on) as used from day),
  total as (
    select receipt_id, sum(amount) as amount, max(used) as most, min(used) as least from running group by receipt_id),
  kept as (
    update receipt r set used_up = (t.amount = r.amount) from total t
     where r.id = t.receipt_id and r.used_up is distinct from (t.amount = r.amount))
  select r.id::text into bad from receipt r join total t on t.receipt_id = r.id where t.most > r.amount or t.least < 0 limit 1;
  if found then
    raise exception 'receipt % would be allocated beyond its amount', bad
      using errcode = 'check_violation', constraint = 'receipt_not_overdrawn', detail = bad;
  end if;

  with day as (
    select credit_note_id, effective_on, sum(amount) as amount from used
     where credit_note_id in (select credit_note_id from added) group by credit_note_id, effective_on),
  running as (
    select credit_note_id, amount, sum(amount) over (partition by credit_note_id order by effective_on) as used from day),
  total as (
    select credit_note_id, sum(amount) as amount, max(used) as most, min(used) as least from running group by credit_note_id),
  kept as (
    update credit_note c set used_up = (t.amount = c.amount) from total t
     where c.id = t.credit_note_id and c.used_up is distinct from (t.amount = c.amount))
  select c.number into bad from credit_note c join total t on t.credit_note_id = c.id where t.most > c.amount or t.least < 0 limit 1;
  if found then
    raise exception 'credit note % would be allocated beyond its amount', bad
      using errcode = 'check_violation', constraint = 'credit_note_not_overdrawn', detail = bad;
  end if;
  return null;
end $$;
alter function ledger.hold_charge() set enable_seqscan = off;
alter function ledger.hold_charge_balances() set enable_seqscan = off;
create trigger hold_charge_balances after insert on ledger.charge_posting
  referencing new table as added for each statement execute function ledger.hold_charge_balances();
create trigger wake_case after insert on ledger.charge_posting
  referencing new table as added for each statement execute function cases.note_ledger_change();

-- As before; what was used of money and credit notes is all that was used of them, charges too.
create or replace function ledger.hold_invariants() returns trigger language plpgsql security definer
  set search_path = ledger, pg_temp as $$
declare
  bad text;
begin
  perform from invoice where id in (select invoice_id from added) order by id for no key update;
  perform from receipt where id in (select receipt_id from added) order by id for no key update;
  perform from credit_note where id in (select credit_note_id from added) order by id for no key update;

  select i.number into bad from added a join invoice i on i.id = a.invoice_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (i.currency, i.creditor_id, i.debtor_id) limit 1;
  if found then
    raise exception 'posting differs from invoice % in currency, creditor or debtor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_invoice', detail = bad;
  end if;
  select r.id into bad from added a join receipt r on r.id = a.receipt_id
   where (a.currency, a.creditor_id) is distinct from (r.currency, r.creditor_id) limit 1;
  if found then
    raise exception 'posting differs from receipt % in currency or creditor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_receipt', detail = bad;
  end if;
  select c.number into bad from added a join credit_note c on c.id = a.credit_note_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (c.currency, c.creditor_id, c.debtor_id) limit 1;
  if found then
    raise exception 'posting differs from credit note % in currency, creditor or debtor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_credit_note', detail = bad;
  end if;
  select i.number into bad from added a join invoice i on i.id = a.invoice_id
      left join receipt r on r.id = a.receipt_id left join credit_note c on c.id = a.credit_note_id
   where a.effective_on < greatest(i.issued_on, r.received_on, c.issued_on) limit 1;
  if found then
    raise exception 'posting on invoice % takes effect before there was an invoice or the money', bad
      using errcode = 'check_violation', constraint = 'posting_not_before_its_causes', detail = bad;
  end if;
  select i.number into bad from added a join posting p on p.id = a.reverses_id join invoice i on i.id = a.invoice_id
   where (a.invoice_id, a.kind, a.receipt_id, a.credit_note_id, a.amount)
     is distinct from (p.invoice_id, p.kind, p.receipt_id, p.credit_note_id, -p.amount)
      or p.reverses_id is not null or a.effective_on < p.effective_on limit 1;
  if found then
    raise exception 'posting on invoice % does not undo exactly what it reverses', bad
      using errcode = 'check_violation', constraint = 'reversal_undoes_its_posting', detail = bad;
  end if;

  with day as (
    select invoice_id, effective_on, sum(amount) as amount from posting
     where invoice_id in (select invoice_id from added) group by invoice_id, effective_on),
  running as (
    select invoice_id, effective_on, amount, sum(amount) over (partition by invoice_id order by effective_on) as used from day),
  total as (
    select invoice_id, sum(amount) as amount, max(used) as most, min(used) as least, max(effective_on) as last_on
      from running group by invoice_id),
  kept as (
    update invoice i set settled_on = case when t.amount = i.gross then t.last_on end
      from total t where i.id = t.invoice_id and i.settled_on is distinct from case when t.amount = i.gross then t.last_on end)
  select i.number into bad from invoice i join total t on t.invoice_id = i.id where t.most > i.gross or t.least < 0 limit 1;
  if found then
    raise exception 'invoice % would be allocated more than it is', bad
      using errcode = 'check_violation', constraint = 'invoice_not_overdrawn', detail = bad;
  end if;

  with day as (
    select receipt_id, effective_on, sum(amount) as amount from used
     where receipt_id in (select receipt_id from added) group by receipt_id, effective_on),
  running as (
    select receipt_id, amount, sum(amount) over (partition by receipt_id order by effective_on) as used from day),
  total as (
    select receipt_id, sum(amount) as amount, max(used) as most, min(used) as least from running group by receipt_id),
  kept as (
    update receipt r set used_up = (t.amount = r.amount) from total t
     where r.id = t.receipt_id and r.used_up is distinct from (t.amount = r.amount))
  select r.id::text into bad from receipt r join total t on t.receipt_id = r.id where t.most > r.amount or t.least < 0 limit 1;
  if found then
    raise exception 'receipt % would be allocated beyond its amount', bad
      using errcode = 'check_violation', constraint = 'receipt_not_overdrawn', detail = bad;
  end if;

  with day as (
    select credit_note_id, effective_on, sum(amount) as amount from used
     where credit_note_id in (select credit_note_id from added) group by credit_note_id, effective_on),
  running as (
    select credit_note_id, amount, sum(amount) over (partition by credit_note_id order by effective_on) as used from day),
  total as (
    select credit_note_id, sum(amount) as amount, max(used) as most, min(used) as least from running group by credit_note_id),
  kept as (
    update credit_note c set used_up = (t.amount = c.amount) from total t
     where c.id = t.credit_note_id and c.used_up is distinct from (t.amount = c.amount))
  select c.number into bad from credit_note c join total t on t.credit_note_id = c.id where t.most > c.amount or t.least < 0 limit 1;
  if found then
    raise exception 'credit note % would be allocated beyond its amount', bad
      using errcode = 'check_violation', constraint = 'credit_note_not_overdrawn', detail = bad;
  end if;
  return null;
end $$;
alter function ledger.hold_invariants() set enable_seqscan = off;
