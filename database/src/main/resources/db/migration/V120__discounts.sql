-- What a creditor lets go by itself where a payment is short: the usual discount for early payment, days of grace, charges of banks.
create table ledger.tolerance (
  creditor_id uuid primary key references parties.creditor,
  discount_percent numeric check (discount_percent > 0 and discount_percent < 100),
  discount_days int check (discount_days between 0 and 365),
  grace_days int not null check (grace_days between 0 and 60),
  -- minor units, at most so much a payment
  charges bigint check (charges > 0),
  charges_currency char(3),
  actor text not null,
  set_at timestamptz not null,
  check ((discount_percent is null) = (discount_days is null)),
  check ((charges is null) = (charges_currency is null))
);
grant insert, update (discount_percent, discount_days, grace_days, charges, charges_currency, actor, set_at) on ledger.tolerance to duly_app;
call identity.scope_by_creditor('ledger.tolerance');

-- Less for early payment, as a list of invoices granted it.
create table ledger.granted_discount (
  invoice_id uuid not null references ledger.invoice,
  creditor_id uuid not null references parties.creditor,
  until date not null,
  -- minor units of the invoice's currency
  amount bigint not null check (amount > 0),
  primary key (invoice_id, until)
);
create index granted_discount_creditor on ledger.granted_discount (creditor_id);
grant insert on ledger.granted_discount to duly_app;
call journal.append_only('ledger.granted_discount');
call identity.scope_by_creditor('ledger.granted_discount');

-- Every discount that was granted, whoever brought the invoice.
create view ledger.discount with (security_invoker = true) as
  select invoice_id, creditor_id, until, amount from ledger.granted_discount
  union
  select e.invoice_id, d.creditor_id, d.until, d.amount
    from einvoice.discount d join einvoice.e_invoice e on e.id = d.document_id where e.invoice_id is not null;

-- A posting that stands and falls with an allocation of money: what was let go of its invoice with it, or a credit note that was
-- netted in the payment. Whoever takes the allocation back takes it back too.
create table ledger.companion (
  posting_id uuid primary key references ledger.posting,
  allocation_id uuid not null references ledger.posting,
  creditor_id uuid not null references parties.creditor,
  reason text not null check (reason in ('discount', 'bank-charges', 'credit-note')),
  check (posting_id <> allocation_id)
);
create index companion_allocation on ledger.companion (allocation_id);
grant insert on ledger.companion to duly_app;
call journal.append_only('ledger.companion');
call identity.scope_by_creditor('ledger.companion');

create function ledger.hold_companions() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  bad text;
begin
  select a.posting_id::text into bad from added a join posting p on p.id = a.posting_id join posting m on m.id = a.allocation_id
   where m.kind <> 'receipt' or m.reverses_id is not null or p.reverses_id is not null
      or (p.creditor_id, p.debtor_id, p.currency, a.creditor_id) is distinct from (m.creditor_id, m.debtor_id, m.currency, p.creditor_id)
      or p.kind <> case when a.reason = 'credit-note' then 'credit_note' else 'write_off' end
      or p.kind = 'write_off' and (p.invoice_id, p.effective_on) is distinct from (m.invoice_id, m.effective_on) limit 1;
  if found then
    raise exception 'posting % does not go with that allocation', bad using errcode = 'check_violation', constraint = 'companion_fits', detail = bad;
  end if;
  return null;
end $$;
create trigger hold_companions after insert on ledger.companion
  referencing new table as added for each statement execute function ledger.hold_companions();

-- Whatever goes with an allocation is taken back in the same transaction.
create function ledger.hold_reversals() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if exists (select from companion c where c.allocation_id = new.reverses_id
      and not exists (select from posting u where u.reverses_id = c.posting_id)) then
    raise exception 'what was let go with allocation % was not taken back with it', new.reverses_id
      using errcode = 'check_violation', constraint = 'companion_goes_back', detail = new.reverses_id::text;
  end if;
  return null;
end $$;
create constraint trigger hold_reversals after insert on ledger.posting deferrable initially deferred
  for each row when (new.reverses_id is not null) execute function ledger.hold_reversals();

-- What of an invoice is let go where a proposal is accepted.
alter table banking.proposal_part add column let_go bigint check (let_go > 0);
alter table banking.proposal_part add column let_go_for text check (let_go_for in ('discount', 'bank-charges'));
alter table banking.proposal_part add check ((let_go is null) = (let_go_for is null));
