-- What the clauses of a version of the terms come to in figures, beside its words. A mistake is corrected by new figures
-- for the same version; the latest count.
create table parties.terms_figures (
  id uuid primary key,
  creditor_id uuid not null,
  terms_id uuid not null,
  -- percent a year; or points above the reference rate of that name
  interest_percent numeric(9, 6) check (interest_percent >= 0),
  interest_above text check (interest_above in ('bank-rate', 'basiszinssatz', 'ecb-reference')),
  compounding text not null default 'none' check (compounding in ('none', 'yearly', 'monthly')),
  -- of the two sums below, minor units
  currency char(3),
  late_fee bigint check (late_fee >= 0),
  late_fee_percent numeric(9, 6) check (late_fee_percent >= 0),
  -- the most that the debtor bears
  collection_costs bigint check (collection_costs >= 0),
  actor text not null,
  recorded_at timestamptz not null default now(),
  foreign key (terms_id, creditor_id) references parties.terms (id, creditor_id),
  check (interest_above is null or interest_percent is not null),
  check (coalesce(late_fee, collection_costs) is null or currency is not null),
  check (num_nonnulls(interest_percent, late_fee, late_fee_percent, collection_costs) > 0)
);
create index terms_figures_terms on parties.terms_figures (terms_id, recorded_at);
grant insert on parties.terms_figures to duly_app;
call journal.append_only('parties.terms_figures');
call identity.scope_by_creditor('parties.terms_figures');

-- What was done to recover an invoice, as far as costs may follow from it: the letter that warned of them, costs that
-- were spent, a collector or lawyer and what they billed.
create table ledger.recovery_evidence (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  invoice_id uuid not null references ledger.invoice,
  kind text not null check (kind in ('notice', 'cost', 'collector')),
  happened_on date not null,
  currency char(3) not null,
  -- minor units: spent, or billed without tax
  amount bigint check (amount > 0),
  -- tax that the creditor cannot deduct and that the notice said would be added
  vat_percent numeric(5, 2) check (vat_percent between 0 and 100),
  -- the debtor paid as soon as the collector asked
  paid_at_once boolean not null default false,
  evidence text not null check (evidence <> ''),
  actor text not null,
  recorded_at timestamptz not null default now(),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id),
  check ((kind = 'notice') = (amount is null)),
  check (vat_percent is null or kind = 'notice')
);
create index recovery_evidence_debtor on ledger.recovery_evidence (debtor_id);
grant insert on ledger.recovery_evidence to duly_app;
call journal.append_only('ledger.recovery_evidence');
call identity.scope_by_creditor('ledger.recovery_evidence');

-- Whether the daily run posts what may be charged, or only shows it until a person posts it.
alter table parties.creditor add column charges text not null default 'shown' check (charges in ('shown', 'posted'));
grant update (charges) on parties.creditor to duly_app;
