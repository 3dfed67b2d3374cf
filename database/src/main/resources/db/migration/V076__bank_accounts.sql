-- Money as the bank tells it (P08).
create schema banking;
grant usage on schema banking to duly_app, duly_desk, duly_reader;
alter default privileges in schema banking grant select on tables to duly_app, duly_desk, duly_reader;

-- An account of the creditor's at a bank.
create table banking.account (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  -- as the bank writes it: an IBAN in capitals without blanks, else the bank's own number
  number text not null check (number <> ''),
  currency char(3) not null,
  name text,
  bank text,
  -- up to the end of which day its bookings are known; kept by every statement that is taken in
  known_to date,
  -- an account that is no longer used is not waited for
  closed_on date,
  created_at timestamptz not null default now(),
  unique (creditor_id, number, currency),
  unique (id, creditor_id)
);
grant insert, update (name, bank, known_to, closed_on) on banking.account to duly_app;
call identity.scope_by_creditor('banking.account');

-- What a bank said of an account over some time.
create table banking.statement (
  id uuid primary key,
  creditor_id uuid not null,
  account_id uuid not null,
  file_id uuid not null references intake.file,
  kind text not null check (kind in ('booked', 'intraday', 'advice', 'download')),
  format text not null,
  -- the bank's own id, and its number with the page where it was cut into several
  bank_id text,
  number text,
  page int,
  from_day date,
  to_day date,
  -- minor units of the account's currency
  opening bigint,
  opening_on date,
  closing bigint,
  closing_on date,
  -- booked entries, and their sum
  entries int not null check (entries >= 0),
  total bigint not null,
  -- of the entries, so that the same statement in another file is known again
  fingerprint bytea not null check (length(fingerprint) = 32),
  -- what was told when it came: sums that differ, what is missing before it
  findings text[] not null default '{}',
  taken_at timestamptz not null,
  unique (id, creditor_id),
  foreign key (account_id, creditor_id) references banking.account (id, creditor_id),
  check ((opening is null) = (opening_on is null)),
  check ((closing is null) = (closing_on is null))
);
create index statement_account on banking.statement (account_id, closing_on);
create index statement_file on banking.statement (file_id);
create unique index statement_once on banking.statement (account_id, kind, fingerprint, coalesce(opening, 0), coalesce(closing, 0),
  coalesce(from_day, '-infinity'), coalesce(to_day, '-infinity'), coalesce(closing_on, '-infinity'), coalesce(number, ''), coalesce(page, 0));
grant insert on banking.statement to duly_app;
call journal.append_only('banking.statement');
call identity.scope_by_creditor('banking.statement');

-- One payment on the account: a booking, or one part of a batch that the bank booked as one sum.
create table banking.entry (
  id uuid primary key,
  creditor_id uuid not null,
  account_id uuid not null,
  statement_id uuid not null,
  -- of the booking in its statement, from 1; and of the part in the batch, from 1, or 0 for a single booking
  line int not null check (line > 0),
  part int not null check (part >= 0),
  booked_on date,
  value_on date,
  -- the booking date, else the value date, else the last day of the statement
  day date not null,
  currency char(3) not null,
  -- minor units: above zero came in, below zero went out
  amount bigint not null,
  -- takes an earlier booking back
  reversal boolean not null,
  -- the bank has booked it; what is pending may still go away
  booked boolean not null,
  bank_reference text,
  bank_code text,
  end_to_end text,
  mandate text,
  -- structured creditor references, and numbers of documents, as the payer gave them
  payment_references text[] not null default '{}',
  documents text[] not null default '{}',
  remittance text not null default '',
  counterparty text,
  ultimate_party text,
  counterparty_account text,
  counterparty_bank text,
  -- minor units of the currency beside: what the bank kept or took; what the payer sent
  charges bigint,
  charges_currency char(3),
  original bigint,
  original_currency char(3),
  original_rate numeric,
  return_code text,
  return_text text,
  bank_text text,
  -- the entry of another statement or advice that tells of the same payment: it is the same money
  same_as uuid references banking.entry,
  -- the money it brought to the ledger
  receipt_id uuid unique references ledger.receipt,
  unique (statement_id, line, part),
  unique (id, creditor_id),
  foreign key (statement_id, creditor_id) references banking.statement (id, creditor_id),
  foreign key (account_id, creditor_id) references banking.account (id, creditor_id),
  check (receipt_id is null or (amount > 0 and booked and same_as is null)),
  check ((charges is null) = (charges_currency is null)),
  check ((original is null) = (original_currency is null))
);
create index entry_account_day on banking.entry (account_id, day);
create index entry_same_as on banking.entry (same_as) where same_as is not null;
grant insert on banking.entry to duly_app;
call journal.append_only('banking.entry');
call identity.scope_by_creditor('banking.entry');
