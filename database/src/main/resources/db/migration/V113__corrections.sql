-- What was wrong on our side (P09): claims that were made twice, and credit notes that we issue because of a mistake.
create schema corrections;
grant usage on schema corrections to duly_app, duly_desk, duly_reader;
alter default privileges in schema corrections grant select on tables to duly_app, duly_desk, duly_reader;

-- Two invoices that may ask for the same money under two numbers, and what a person said of it.
create table corrections.possible_duplicate (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  -- the one that may ask a second time
  invoice_id uuid not null references ledger.invoice,
  earlier_id uuid not null references ledger.invoice,
  why text not null check (why <> ''),
  found_on date not null,
  found_by text not null,
  found_at timestamptz not null,
  -- our own question, which holds back the line while it is open
  dispute_id uuid references cases.dispute,
  decision text check (decision in ('duplicate', 'two_invoices')),
  decided_on date,
  decided_by text,
  decided_at timestamptz,
  decided_why text,
  unique (invoice_id, earlier_id),
  check (invoice_id <> earlier_id),
  constraint decided_by_somebody check (
    (decision is null and decided_on is null and decided_by is null and decided_at is null and decided_why is null)
    or (decision is not null and decided_on is not null and decided_by is not null and decided_at is not null and decided_why <> '')),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create unique index duplicate_once on corrections.possible_duplicate (invoice_id) where decision = 'duplicate';
create index possible_duplicate_earlier on corrections.possible_duplicate (earlier_id);
create index possible_duplicate_undecided on corrections.possible_duplicate (debtor_id) where decision is null;
grant insert, update (decision, decided_on, decided_by, decided_at, decided_why) on corrections.possible_duplicate to duly_app;
call identity.scope_by_creditor('corrections.possible_duplicate');

-- A credit note that we issued because something was wrong, and on which invoice.
create table corrections.correction (
  credit_note_id uuid primary key references ledger.credit_note,
  creditor_id uuid not null,
  debtor_id uuid not null,
  invoice_id uuid not null references ledger.invoice,
  reason text not null check (reason in ('wrong_price', 'wrong_goods', 'never_delivered', 'duplicate', 'other')),
  why text not null check (why <> ''),
  duplicate_of uuid references ledger.invoice,
  dispute_id uuid references cases.dispute,
  corrected_on date not null,
  corrected_by text not null,
  recorded_at timestamptz not null,
  check ((reason = 'duplicate') = (duplicate_of is not null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index correction_invoice on corrections.correction (invoice_id);
grant insert on corrections.correction to duly_app;
call journal.append_only('corrections.correction');
call identity.scope_by_creditor('corrections.correction');

-- Which lines of the invoice are contested, as the invoice numbers them; empty where it is an amount alone.
alter table cases.dispute add column lines text[] not null default '{}';

-- An apology asks for nothing and follows from a correction; everything else follows from a decision and asks for money.
alter table correspondence.message add column purpose text not null default 'demand' check (purpose in ('demand', 'apology'));
alter table correspondence.message add constraint apology_asks_for_nothing check (purpose <> 'apology' or 0 = all (amounts));

-- Whoever was credited did not have to pay: how late they paid is told by their money alone.
create index posting_of_credit_notes on ledger.posting (debtor_id) include (invoice_id) where kind = 'credit_note';

-- When whoever was credited, or whose money had been set against a duplicate, really paid: on the day when the last money came
-- that stands. Null: they never had to.
create view corrections.paid with (security_invoker = true) as
  select c.debtor_id, c.invoice_id,
      (select max(r.received_on) from ledger.posting p join ledger.receipt r on r.id = p.receipt_id
        where p.invoice_id = c.invoice_id and p.reverses_id is null
          and not exists (select from ledger.posting u where u.reverses_id = p.id)) as paid_on
    from (select debtor_id, invoice_id from ledger.posting where kind = 'credit_note'
          union
          select debtor_id, earlier_id from corrections.possible_duplicate where decision = 'duplicate') c;

-- Promises that were not kept, of more than was owed without what turned out to be duplicates: they are no stain.
create view corrections.promise_not_owed with (security_invoker = true) as
  select p.id, p.debtor_id from agreements.promise p
   where p.outcome in ('broken', 'partly_kept', 'late')
     and exists (select from corrections.possible_duplicate d join ledger.invoice i on i.id = d.invoice_id
       where d.decision = 'duplicate' and d.debtor_id = p.debtor_id and i.currency = p.currency and i.issued_on <= p.made_on)
     and p.amount > (select coalesce(sum(ledger.open_on(i.id, p.made_on)), 0) from ledger.invoice i
       where i.debtor_id = p.debtor_id and i.currency = p.currency and i.issued_on <= p.made_on
         and not exists (select from corrections.possible_duplicate d where d.invoice_id = i.id and d.decision = 'duplicate'));
