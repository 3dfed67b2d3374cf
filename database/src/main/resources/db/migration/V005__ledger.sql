-- An invoice is its own first posting: what is owed begins with gross and changes only by postings. The application
-- cannot update a row; settled_on is kept by the trigger below.
create table ledger.invoice (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  number text not null check (number <> ''),
  currency char(3) not null,
  -- minor units
  gross bigint not null check (gross > 0),
  tax bigint check (tax between 0 and gross),
  issued_on date not null,
  delivered_on date,
  due_on date not null,
  order_number text,
  payment_reference text,
  terms_version text,
  -- the day on which the open balance became zero; null while something is open
  settled_on date,
  document bytea,
  recorded_at timestamptz not null default now(),
  unique (creditor_id, number),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index invoice_debtor on ledger.invoice (debtor_id);
create index invoice_open_due on ledger.invoice (due_on) where settled_on is null;
grant insert on ledger.invoice to duly_app;
call identity.scope_by_creditor('ledger.invoice');

-- Money that arrived.
create table ledger.receipt (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  -- null while nobody knows whose it is
  debtor_id uuid,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  received_on date not null,
  kind text not null check (kind in ('bank', 'file', 'reported', 'manual')),
  reference text,
  payer text,
  -- the source's own id, so that the same money is not taken in twice
  source_key text,
  -- kept by the trigger below: nothing of it is left to allocate
  used_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  unique (creditor_id, source_key),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index receipt_unallocated on ledger.receipt (debtor_id) where not used_up;
create index receipt_debtor on ledger.receipt (debtor_id);
grant insert on ledger.receipt to duly_app;
call identity.scope_by_creditor('ledger.receipt');

-- Debtors whose a receipt could be while nobody knows (P08).
create table ledger.receipt_candidate (
  receipt_id uuid not null references ledger.receipt,
  debtor_id uuid not null references parties.debtor,
  creditor_id uuid not null,
  why text not null,
  primary key (receipt_id, debtor_id)
);
create index receipt_candidate_debtor on ledger.receipt_candidate (debtor_id);
grant insert, delete on ledger.receipt_candidate to duly_app;
call identity.scope_by_creditor('ledger.receipt_candidate');

create table ledger.credit_note (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  number text not null check (number <> ''),
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  issued_on date not null,
  why text,
  used_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  unique (creditor_id, number),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index credit_note_unallocated on ledger.credit_note (debtor_id) where not used_up;
grant insert on ledger.credit_note to duly_app;
call identity.scope_by_creditor('ledger.credit_note');

-- Every change of an invoice's balance after it was issued. Positive amounts reduce the open balance; a reversal is the
-- negative of what it reverses. Open balance as of a day = gross - sum(amount where effective_on <= day).
create table ledger.posting (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  invoice_id uuid not null references ledger.invoice,
  currency char(3) not null,
  kind text not null check (kind in ('receipt', 'credit_note', 'write_off')),
  receipt_id uuid references ledger.receipt,
  credit_note_id uuid references ledger.credit_note,
  amount bigint not null check (amount <> 0),
  effective_on date not null,
  recorded_at timestamptz not null default now(),
  actor text not null,
  why text,
  reverses_id uuid unique references ledger.posting,
  check ((kind = 'receipt') = (receipt_id is not null)),
  check ((kind = 'credit_note') = (credit_note_id is not null)),
  check ((amount < 0) = (reverses_id is not null))
);
create index posting_invoice on ledger.posting (invoice_id);
create index posting_debtor on ledger.posting (debtor_id, effective_on);
create index posting_receipt on ledger.posting (receipt_id) where receipt_id is not null;
create index posting_credit_note on ledger.posting (credit_note_id) where credit_note_id is not null;
grant insert on ledger.posting to duly_app;
call journal.append_only('ledger.posting');
call identity.scope_by_creditor('ledger.posting');

-- Invariant 2, held for every way in: sum of allocations <= receipt, <= credit note, <= invoice; one currency, one
-- debtor, one creditor; a reversal undoes exactly what it names. Works on the whole statement, with the touched rows locked in id order.
create function ledger.hold_invariants() returns trigger language plpgsql security definer
  set search_path = ledger, pg_temp as $$
declare
  bad text;
begin
  perform from invoice where id in (select invoice_id from added) order by id for no key update;
  perform from receipt where id in (select receipt_id from added) order by id for no key update;
  perform from credit_note where id in (select credit_note_id from added) order by id for no key update;

  select a.id into bad from added a join invoice i on i.id = a.invoice_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (i.currency, i.creditor_id, i.debtor_id) limit 1;
  if found then
    raise exception 'posting % differs from its invoice in currency, creditor or debtor', bad using errcode = 'check_violation';
  end if;
  select a.id into bad from added a join receipt r on r.id = a.receipt_id
   where (a.currency, a.creditor_id) is distinct from (r.currency, r.creditor_id) limit 1;
  if found then
    raise exception 'posting % differs from its receipt in currency or creditor', bad using errcode = 'check_violation';
  end if;
  select a.id into bad from added a join credit_note c on c.id = a.credit_note_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (c.currency, c.creditor_id, c.debtor_id) limit 1;
  if found then
    raise exception 'posting % differs from its credit note in currency, creditor or debtor', bad using errcode = 'check_violation';
  end if;
  select a.id into bad from added a join posting p on p.id = a.reverses_id
   where (a.invoice_id, a.kind, a.receipt_id, a.credit_note_id, a.amount)
     is distinct from (p.invoice_id, p.kind, p.receipt_id, p.credit_note_id, -p.amount) or p.reverses_id is not null limit 1;
  if found then
    raise exception 'posting % does not undo exactly what it reverses', bad using errcode = 'check_violation';
  end if;

  with total as (
    select p.invoice_id, sum(p.amount) as amount, max(p.effective_on) as last_on
      from posting p where p.invoice_id in (select invoice_id from added) group by p.invoice_id),
  kept as (
    update invoice i set settled_on = case when t.amount = i.gross then t.last_on end
      from total t where i.id = t.invoice_id returning i.number, i.gross, t.amount)
  select number into bad from kept where amount > gross or amount < 0 limit 1;
  if found then
    raise exception 'invoice % would be allocated more than it is', bad using errcode = 'check_violation';
  end if;

  with total as (
    select p.receipt_id, sum(p.amount) as amount from posting p
     where p.receipt_id in (select receipt_id from added) group by p.receipt_id),
  kept as (
    update receipt r set used_up = (t.amount = r.amount) from total t where r.id = t.receipt_id returning r.id, r.amount, t.amount as used)
  select id::text into bad from kept where used > amount or used < 0 limit 1;
  if found then
    raise exception 'receipt % would be allocated beyond its amount', bad using errcode = 'check_violation';
  end if;

  with total as (
    select p.credit_note_id, sum(p.amount) as amount from posting p
     where p.credit_note_id in (select credit_note_id from added) group by p.credit_note_id),
  kept as (
    update credit_note c set used_up = (t.amount = c.amount) from total t where c.id = t.credit_note_id returning c.number, c.amount, t.amount as used)
  select number into bad from kept where used > amount or used < 0 limit 1;
  if found then
    raise exception 'credit note % would be allocated beyond its amount', bad using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger hold_invariants after insert on ledger.posting
  referencing new table as added for each statement execute function ledger.hold_invariants();

-- What is open on an invoice as of a day, in minor units.
create function ledger.open_on(invoice uuid, day date) returns bigint language sql stable as $$
  select i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id and p.effective_on <= day), 0)::bigint
    from ledger.invoice i where i.id = invoice and i.issued_on <= day $$;
