-- Money that was taken back: a returned debit, a reversed booking. What of a receipt is left is its amount less what was
-- allocated and less what was returned.
create table ledger.receipt_return (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  receipt_id uuid not null references ledger.receipt,
  currency char(3) not null,
  -- minor units
  amount bigint not null check (amount > 0),
  effective_on date not null,
  -- the source's own id, so that the same return is not taken in twice
  source_key text not null,
  actor text not null,
  why text not null check (why <> ''),
  recorded_at timestamptz not null default now(),
  unique (creditor_id, source_key)
);
create index receipt_return_receipt on ledger.receipt_return (receipt_id);
grant insert on ledger.receipt_return to duly_app;
call journal.append_only('ledger.receipt_return');
call identity.scope_by_creditor('ledger.receipt_return');

create or replace view ledger.used with (security_invoker = true) as
  select receipt_id, credit_note_id, amount, effective_on, recorded_at from ledger.posting
  union all
  select receipt_id, credit_note_id, amount, effective_on, recorded_at from ledger.charge_posting
  union all
  select receipt_id, null::uuid, amount, effective_on, recorded_at from ledger.receipt_return;

create function ledger.hold_returns() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  bad text;
begin
  perform from receipt where id in (select receipt_id from added) order by id for no key update;
  select r.id into bad from added a join receipt r on r.id = a.receipt_id
   where (a.currency, a.creditor_id) is distinct from (r.currency, r.creditor_id) or a.effective_on < r.received_on limit 1;
  if found then
    raise exception 'return differs from receipt % in currency or creditor, or comes before it', bad
      using errcode = 'check_violation', constraint = 'posting_fits_receipt', detail = bad;
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
    raise exception 'more would be returned of receipt % than is left', bad
      using errcode = 'check_violation', constraint = 'receipt_not_overdrawn', detail = bad;
  end if;
  return null;
end $$;
alter function ledger.hold_returns() set enable_seqscan = off;
create trigger hold_returns after insert on ledger.receipt_return
  referencing new table as added for each statement execute function ledger.hold_returns();

-- A payment reference issued by Duly for an invoice that came without one.
create table ledger.payment_reference (
  invoice_id uuid primary key references ledger.invoice,
  creditor_id uuid not null references parties.creditor,
  scheme text not null check (scheme ~ '^[a-z0-9_]+$'),
  reference text not null check (reference <> ''),
  issued_at timestamptz not null,
  unique (creditor_id, reference)
);
grant insert on ledger.payment_reference to duly_app;
call journal.append_only('ledger.payment_reference');
call identity.scope_by_creditor('ledger.payment_reference');

-- Money that could be a debtor's stops contact at once (P08): drafts that wait are withdrawn, the case is decided again. When
-- it turns out not to be theirs, the case is decided again too.
create or replace function cases.note_candidate() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform from recovery_case c where c.debtor_id in (select a.debtor_id from added a) and c.stage <> 'closed'
    order by c.id for no key update;
  update recovery_case c set touched = true
   where c.debtor_id in (select a.debtor_id from added a) and c.stage <> 'closed' and not c.touched;
  update correspondence.message set state = 'withdrawn', withdrawn_why = 'money that could be theirs waits to be allocated'
   where debtor_id in (select a.debtor_id from added a) and state = 'checked';
  return null;
end $$;
create function cases.note_candidate_gone() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform from recovery_case c where c.debtor_id in (select g.debtor_id from gone g) and c.stage <> 'closed'
    order by c.id for no key update;
  update recovery_case c set touched = true
   where c.debtor_id in (select g.debtor_id from gone g) and c.stage <> 'closed' and not c.touched;
  return null;
end $$;
create trigger wake_case_again after delete on ledger.receipt_candidate
  referencing old table as gone for each statement execute function cases.note_candidate_gone();
create index receipt_candidate_receipt on ledger.receipt_candidate (receipt_id);

-- Entries that nobody has looked at: money that came, and bookings that take something back.
create table banking.unseen (
  entry_id uuid primary key references banking.entry,
  creditor_id uuid not null
);
create index unseen_creditor on banking.unseen (creditor_id);
grant insert, delete on banking.unseen to duly_app;
call identity.scope_by_creditor('banking.unseen');
create function banking.note_entry() returns trigger language plpgsql security definer set search_path = banking, pg_temp as $$
begin
  insert into unseen (entry_id, creditor_id)
    select id, creditor_id from added
     where booked and same_as is null and (receipt_id is not null or amount < 0 and (reversal or return_code is not null));
  return null;
end $$;
create trigger note_entry after insert on banking.entry
  referencing new table as added for each statement execute function banking.note_entry();

-- What became of an entry.
create table banking.matched (
  entry_id uuid primary key references banking.entry,
  creditor_id uuid not null,
  result text not null check (result in ('sure', 'likely', 'candidates', 'nothing', 'by_hand', 'set_aside', 'returned')),
  kind text,
  score int check (score between 0 and 1000),
  -- codes and values, as JSON
  whys text not null default '[]',
  day date not null,
  actor text not null,
  at timestamptz not null,
  -- of an entry that is no debtor's money
  why text,
  check ((result = 'set_aside') = (why is not null)),
  foreign key (entry_id, creditor_id) references banking.entry (id, creditor_id)
);
grant insert, update (result, kind, score, whys, day, actor, at, why) on banking.matched to duly_app;
call identity.scope_by_creditor('banking.matched');

-- What a person may accept with one click: invoices that a payment pays, or the receipt that a returned debit takes back.
create table banking.proposal (
  id uuid primary key,
  creditor_id uuid not null,
  entry_id uuid not null,
  -- 1 is the best
  rank int not null check (rank > 0),
  kind text not null check (kind <> ''),
  score int not null check (score between 0 and 1000),
  -- minor units of the entry's currency that no part takes
  rest bigint not null check (rest >= 0),
  whys text not null,
  returns_receipt uuid references ledger.receipt,
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'superseded')),
  closed_by text,
  closed_at timestamptz,
  check ((state = 'open') = (closed_by is null)),
  check ((state = 'open') = (closed_at is null)),
  unique (id, creditor_id),
  foreign key (entry_id, creditor_id) references banking.entry (id, creditor_id)
);
create index proposal_entry on banking.proposal (entry_id);
create index proposal_open on banking.proposal (creditor_id) where state = 'open';
grant insert, update (state, closed_by, closed_at) on banking.proposal to duly_app;
call identity.scope_by_creditor('banking.proposal');
create table banking.proposal_part (
  proposal_id uuid not null,
  invoice_id uuid not null references ledger.invoice,
  creditor_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (proposal_id, invoice_id),
  foreign key (proposal_id, creditor_id) references banking.proposal (id, creditor_id)
);
grant insert on banking.proposal_part to duly_app;
call journal.append_only('banking.proposal_part');
call identity.scope_by_creditor('banking.proposal_part');

-- That an account paid for a debtor. It counts where the payer was recognised or a person said so, or when it paid twice.
create table banking.payer_account (
  id uuid primary key,
  creditor_id uuid not null,
  account text not null check (account <> ''),
  debtor_id uuid not null,
  -- the payment that it was learned from; null where a person said it
  entry_id uuid references banking.entry,
  recognised boolean not null,
  actor text not null,
  at timestamptz not null,
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index payer_account_creditor on banking.payer_account (creditor_id, account);
create index payer_account_entry on banking.payer_account (entry_id);
create unique index payer_account_once on banking.payer_account (entry_id, debtor_id) where entry_id is not null;
grant insert, delete on banking.payer_account to duly_app;
call identity.scope_by_creditor('banking.payer_account');

-- A draft that asks for what has just been paid must not leave.
create function banking.withdraw_drafts(of_receipts uuid[]) returns void language sql security definer
  set search_path = banking, pg_temp as $$
  update correspondence.message m set state = 'withdrawn', withdrawn_why = 'money for it was allocated'
   where m.state = 'checked'
     and m.debtor_id in (select p.debtor_id from ledger.posting p where p.receipt_id = any (of_receipts))
     and exists (select from ledger.posting p where p.receipt_id = any (of_receipts) and p.invoice_id = any (m.invoice_ids))
$$;
revoke execute on function banking.withdraw_drafts from public;
grant execute on function banking.withdraw_drafts to duly_app;
