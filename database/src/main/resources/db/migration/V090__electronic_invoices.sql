-- Electronic invoices as they came: what the books do not say of them.
create schema einvoice;
grant usage on schema einvoice to duly_app, duly_desk, duly_reader;
alter default privileges in schema einvoice grant select on tables to duly_app, duly_desk, duly_reader;

-- One document, whatever its syntax; it is an invoice or a credit note of the ledger. Amounts are in minor units and not
-- below zero, also those of credit notes.
create table einvoice.e_invoice (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  -- the file is written down when it is known what it brought
  file_id uuid not null references intake.file deferrable initially deferred,
  debtor_id uuid not null,
  invoice_id uuid references ledger.invoice,
  credit_note_id uuid references ledger.credit_note,
  -- as the seller wrote it; the ledger's may say the seller too, where a payee collects for several
  number text not null check (number <> ''),
  type_code text not null,
  kind text not null check (kind in ('invoice', 'credit_note', 'correction', 'prepayment', 'self_billed')),
  syntax text not null,
  profile text,
  issued_on date not null,
  due_on date not null,
  delivered_on date,
  currency char(3) not null,
  total bigint not null check (total >= 0),
  prepaid bigint not null check (prepaid >= 0),
  payable bigint not null check (payable >= 0),
  seller text not null,
  buyer text not null,
  buyer_reference text,
  order_number text,
  contract text,
  project text,
  payment_reference text,
  terms text,
  -- to be paid into: IBANs as a rule
  accounts text[] not null default '{}',
  -- numbers of the invoices that it corrects, credits or settles
  preceding text[] not null default '{}',
  original bytea not null references journal.document,
  -- of what it says: the same invoice in another syntax has the same
  content bytea not null check (length(content) = 32),
  -- of what it asks money for, without its number and dates: one sent again under another number has the same
  claim bytea not null check (length(claim) = 32),
  taken_at timestamptz not null,
  unique (id, creditor_id),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id),
  check ((invoice_id is null) <> (credit_note_id is null)),
  check ((kind = 'credit_note') = (credit_note_id is not null))
);
create unique index e_invoice_of_invoice on einvoice.e_invoice (invoice_id) where invoice_id is not null;
create unique index e_invoice_of_credit_note on einvoice.e_invoice (credit_note_id) where credit_note_id is not null;
-- A credit note may have the number of an invoice: they are counted apart.
create unique index e_invoice_of_seller on einvoice.e_invoice (creditor_id, number, seller, (credit_note_id is null));
create index e_invoice_claim on einvoice.e_invoice (debtor_id, claim);
create index e_invoice_file on einvoice.e_invoice (file_id);
create index e_invoice_preceding on einvoice.e_invoice using gin (preceding) where credit_note_id is not null;
grant insert on einvoice.e_invoice to duly_app;
call journal.append_only('einvoice.e_invoice');
call identity.scope_by_creditor('einvoice.e_invoice');

create table einvoice.line (
  document_id uuid not null,
  position int not null check (position > 0),
  creditor_id uuid not null,
  number text,
  text text not null,
  quantity numeric,
  price numeric,
  net numeric,
  primary key (document_id, position),
  foreign key (document_id, creditor_id) references einvoice.e_invoice (id, creditor_id)
);
grant insert on einvoice.line to duly_app;
call journal.append_only('einvoice.line');
call identity.scope_by_creditor('einvoice.line');

-- Less for those who pay early.
create table einvoice.discount (
  document_id uuid not null,
  position int not null check (position > 0),
  creditor_id uuid not null,
  until date not null,
  percent numeric check (percent between 0 and 100),
  -- minor units of the document's currency
  amount bigint not null check (amount > 0),
  primary key (document_id, position),
  foreign key (document_id, creditor_id) references einvoice.e_invoice (id, creditor_id)
);
grant insert on einvoice.discount to duly_app;
call journal.append_only('einvoice.discount');
call identity.scope_by_creditor('einvoice.discount');

create table einvoice.attachment (
  document_id uuid not null,
  position int not null check (position > 0),
  creditor_id uuid not null,
  name text not null check (name <> ''),
  media_type text not null,
  -- where it came along; a link is never followed
  archived bytea references journal.document,
  link text,
  primary key (document_id, position),
  foreign key (document_id, creditor_id) references einvoice.e_invoice (id, creditor_id),
  check (archived is not null or link is not null)
);
grant insert on einvoice.attachment to duly_app;
call journal.append_only('einvoice.attachment');
call identity.scope_by_creditor('einvoice.attachment');

-- Numbers by which creditors (debtor null) and debtors were known on invoices: for VAT, in registers, GLN.
create table einvoice.known_as (
  creditor_id uuid not null references parties.creditor,
  debtor_id uuid,
  scheme text not null check (scheme <> ''),
  value text not null check (value <> ''),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id),
  unique nulls not distinct (creditor_id, debtor_id, scheme, value)
);
create index known_as_value on einvoice.known_as (value, scheme);
grant insert on einvoice.known_as to duly_app;
call identity.scope_by_creditor('einvoice.known_as');

-- Two documents that ask for the same money under two numbers (P09).
create table einvoice.lookalike (
  document_id uuid not null,
  earlier_id uuid not null,
  creditor_id uuid not null,
  why text not null,
  found_at timestamptz not null,
  primary key (document_id, earlier_id),
  foreign key (document_id, creditor_id) references einvoice.e_invoice (id, creditor_id),
  foreign key (earlier_id, creditor_id) references einvoice.e_invoice (id, creditor_id),
  check (document_id <> earlier_id)
);
grant insert on einvoice.lookalike to duly_app;
call journal.append_only('einvoice.lookalike');
call identity.scope_by_creditor('einvoice.lookalike');
