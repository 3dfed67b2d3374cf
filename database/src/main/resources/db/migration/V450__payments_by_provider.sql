-- Payments that a provider takes for a creditor: links by which debtors pay, and what the provider tells of them.
create schema payments;
grant usage on schema payments to duly_app, duly_desk, duly_reader, duly_debtor;
alter default privileges in schema payments grant select on tables to duly_app, duly_desk, duly_reader;

-- Who takes payments for a creditor. Its secret is not here: it is in the environment.
create table payments.provider (
  creditor_id uuid primary key references parties.creditor,
  -- by which its addresses and its secret are named
  name text not null unique check (name ~ '^[a-z][a-z0-9]{0,30}$'),
  -- 'fake' takes no money and is there only where the application was started with it
  kind text not null check (kind in ('signed', 'fake')),
  address text check (address ~ '^https?://\S+$'),
  -- for how long a link is good
  link_hours int not null check (link_hours between 1 and 720),
  set_by text not null,
  set_at timestamptz not null,
  check ((kind = 'signed') = (address is not null))
);
grant insert, update (name, kind, address, link_hours, set_by, set_at) on payments.provider to duly_app;
call identity.scope_by_creditor('payments.provider');

-- A link by which a debtor can pay. Its id is the key under which the provider makes it once, however often it is asked.
create table payments.payment_link (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  provider text not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  -- in the order in which the money goes to them
  invoice_ids uuid[] not null check (cardinality(invoice_ids) between 1 and 400),
  made_on date not null,
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null check (expires_at > made_at),
  -- 'new': the provider has not answered yet; 'over': too old, or another took its place
  state text not null default 'new' check (state in ('new', 'open', 'paid', 'over')),
  -- the provider's own id of the link, and where it is paid
  reference text check (length(reference) between 1 and 200),
  address text check (length(address) <= 2000),
  -- the provider's own id of the payment
  payment text check (length(payment) between 1 and 200),
  paid_at timestamptz,
  receipt_id uuid unique references ledger.receipt,
  -- minor units of what went back to the payer
  refunded bigint not null default 0 check (refunded between 0 and amount),
  -- the payer's bank or card takes it back: while that is open nobody is contacted
  dispute text check (dispute in ('open', 'won', 'lost')),
  dispute_hold uuid references cases.hold,
  check ((reference is null) = (address is null)),
  check (state <> 'open' or reference is not null),
  constraint paid_has_its_receipt check ((state = 'paid') = (receipt_id is not null and payment is not null and paid_at is not null)),
  constraint only_what_came_goes_back check (state = 'paid' or refunded = 0),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
-- Asked for twice, by two tabs or a double click, it is one.
create unique index one_open_link on payments.payment_link (case_id, amount) where state in ('new', 'open');
create unique index one_link_of_a_payment on payments.payment_link (provider, payment) where payment is not null;
create index payment_link_of_case on payments.payment_link (case_id);
grant insert, update (state, reference, address, payment, paid_at, receipt_id, refunded, dispute, dispute_hold) on payments.payment_link to duly_app;
call identity.scope_by_creditor('payments.payment_link');

-- What a provider told, each once. Only grows; what a person says of what was kept aside is beside it.
create table payments.happening (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  provider text not null,
  event text not null check (length(event) between 1 and 200),
  kind text not null check (length(kind) between 1 and 60),
  link_id uuid references payments.payment_link,
  -- of the refund, dispute or payout
  subject text check (length(subject) <= 200),
  payment text check (length(payment) <= 200),
  currency char(3),
  amount bigint,
  happened_at timestamptz not null,
  taken_at timestamptz not null,
  -- 'early': of a payment that is not told of yet; it is applied when that is
  outcome text not null check (outcome in ('done', 'nothing', 'early', 'aside')),
  why text not null default '',
  looked_at timestamptz,
  looked_by text,
  looked_why text check (length(looked_why) <= 500),
  check (num_nonnulls(looked_at, looked_by, looked_why) in (0, 3)),
  unique (provider, event)
);
create index happening_of_link on payments.happening (link_id) where link_id is not null;
create index happening_aside on payments.happening (creditor_id, taken_at) where outcome = 'aside' and looked_at is null;
grant insert, update (outcome, why, looked_at, looked_by, looked_why) on payments.happening to duly_app;
call identity.scope_by_creditor('payments.happening');
create policy house on payments.happening as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on payments.provider as restrictive to duly_desk using ((select identity.of_the_house()));

-- What a debtor sees: that there is a provider, and their own links.
grant select (creditor_id) on payments.provider to duly_debtor;
create policy theirs on payments.provider to duly_debtor using (creditor_id = (select identity.creditor_of_debtor()));
grant select (id, debtor_id, case_id, currency, amount, made_on, state, address, expires_at, paid_at, refunded) on payments.payment_link to duly_debtor;
create policy theirs on payments.payment_link to duly_debtor using (debtor_id = (select identity.debtor()));

-- Money that a provider took: it is the creditor's from then on, and comes to the bank later, with that of others.
alter table ledger.receipt drop constraint receipt_kind_check,
  add constraint receipt_kind_check check (kind in ('bank', 'file', 'reported', 'manual', 'provider'));

-- What a provider pays out to the bank account: its payments are in the books already, so the line of the bank is not money that came.
create table banking.payout (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  provider text not null,
  -- as it stands in the line of the bank
  reference text not null check (length(reference) between 6 and 140 and reference ~ '[0-9]'),
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  told_at timestamptz not null,
  entry_id uuid unique references banking.entry,
  unique (creditor_id, reference)
);
grant select on banking.payout to duly_app, duly_desk, duly_reader;
grant insert, update (entry_id) on banking.payout to duly_app;
call identity.scope_by_creditor('banking.payout');
