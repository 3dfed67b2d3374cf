-- The debtor's portal. A debtor who was verified reads under a role of its own (duly_debtor, see Roles.java), by row security,
-- what is theirs and nothing else, column by column; what they tell us is written by the application.
create schema portal;
grant usage on schema portal to duly_app, duly_desk, duly_reader;
alter default privileges in schema portal grant select on tables to duly_app, duly_reader;

-- The debtor whose visit it is, and their creditor, as set for the transaction; none where nothing was set.
create function identity.debtor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('duly.debtor', true), '')::uuid $$;
create function identity.creditor_of_debtor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('duly.creditor_of_debtor', true), '')::uuid $$;
grant usage on schema identity, parties, ledger, cases, agreements, correspondence, einvoice, journal, cycle to duly_debtor;

-- A way into the portal that a message carries, or that the debtor asked for. Kept is only the hash of what the address holds;
-- it is made from the message and a key that is not in the database, so that nobody who writes here can make one up.
create table portal.invitation (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  message_id uuid not null references correspondence.message,
  channel text not null check (channel in ('email', 'sms', 'letter')),
  -- asked for at the portal in place of one that was used or too old
  asked_for boolean not null default false,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  -- good once
  opened_at timestamptz,
  -- codes of a letter that were typed wrong
  wrong int not null default 0 check (wrong >= 0),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create unique index one_invitation_of_a_message on portal.invitation (message_id) where not asked_for;
create index invitation_of_debtor on portal.invitation (debtor_id, made_at desc);
grant insert, update (opened_at, wrong) on portal.invitation to duly_app;
call identity.scope_by_creditor('portal.invitation');

-- Somebody opened an invitation and was sent a code. Bound to the browser that did.
create table portal.verification (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  invitation_id uuid not null references portal.invitation,
  browser_hash bytea not null unique check (length(browser_hash) = 32),
  -- keyed: six digits could be found by trying all
  code_hash bytea not null check (length(code_hash) = 32),
  language text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  -- attempts, counted before each is looked at
  tried int not null default 0 check (tried between 0 and 5),
  ended_at timestamptz,
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index verification_of_debtor on portal.verification (debtor_id, made_at desc);
grant insert, update (tried, ended_at) on portal.verification to duly_app;
call identity.scope_by_creditor('portal.verification');

-- A debtor who showed the code, on one browser. Known only by the hash of what its cookie holds.
create table portal.visit (
  id_hash bytea primary key check (length(id_hash) = 32),
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  invitation_id uuid not null references portal.invitation,
  language text not null,
  began_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index visit_by_end on portal.visit (ends_at);
grant insert, delete, update (language, last_seen_at, ends_at) on portal.visit to duly_app;
call identity.scope_by_creditor('portal.visit');

-- What was tried at the door, so that guessing is bounded by address and by debtor. Only grows.
create table portal.knock (
  id uuid primary key,
  at timestamptz not null,
  address text not null,
  what text not null check (what in ('opened', 'not-good', 'code-sent', 'code-right', 'code-wrong', 'link-asked', 'link-sent', 'said')),
  creditor_id uuid,
  debtor_id uuid
);
create index knock_from on portal.knock (address, at desc) where what in ('not-good', 'code-wrong', 'link-asked');
create index knock_of_debtor on portal.knock (debtor_id, at desc) where debtor_id is not null;
grant insert on portal.knock to duly_app;
call journal.append_only('portal.knock');
call identity.scope_by_creditor('portal.knock');

-- The debtor says that money was sent. While it is awaited nobody is reminded; then it is asked about.
create table agreements.payment_notice (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  sent_on date not null,
  way text not null check (way in ('transfer', 'card', 'direct_debit', 'cheque', 'cash')),
  own_words text check (length(own_words) <= 1000),
  told_on date not null,
  told_at timestamptz not null,
  told_by text not null,
  -- the last day on which it may still come
  awaited_until date not null check (awaited_until >= told_on),
  hold_id uuid not null references cases.hold,
  outcome text check (outcome in ('arrived', 'not_seen')),
  ended_on date,
  check ((outcome is null) = (ended_on is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
-- Said twice, it was sent once.
create unique index one_notice_of_a_payment on agreements.payment_notice (case_id, amount, sent_on) where outcome is null;
create index notice_awaited on agreements.payment_notice (awaited_until) where outcome is null;
create index notice_of_debtor on agreements.payment_notice (debtor_id);
grant insert, update (outcome, ended_on) on agreements.payment_notice to duly_app;
grant select on agreements.payment_notice to duly_app, duly_desk, duly_reader;
call identity.scope_by_creditor('agreements.payment_notice');

-- What a debtor reads.
do $$
declare
  shown record;
begin
  for shown in
    select * from (values
      ('parties.debtor', 'id, creditor_id, external_id, name, kind, street, postal_code, city, region, country, language, time_zone, email, phone', 'id = (select identity.debtor())'),
      ('parties.creditor', 'id, name, country, language, time_zone', 'id = (select identity.creditor_of_debtor())'),
      ('ledger.invoice', 'id, creditor_id, debtor_id, number, currency, gross, issued_on, due_on, order_number, payment_reference, settled_on', 'debtor_id = (select identity.debtor())'),
      ('ledger.posting', 'id, debtor_id, invoice_id, currency, kind, amount, effective_on', 'debtor_id = (select identity.debtor())'),
      ('ledger.charge', 'id, debtor_id, invoice_id, kind, currency, amount, from_day, to_day, statute, section, posted_on, settled_on, cancelled_on', 'debtor_id = (select identity.debtor())'),
      ('ledger.charge_posting', 'id, debtor_id, charge_id, currency, kind, amount, effective_on', 'debtor_id = (select identity.debtor())'),
      ('ledger.payment_reference', 'invoice_id, reference', 'exists (select from ledger.invoice i where i.id = invoice_id)'),
      ('cases.recovery_case', 'id, number, creditor_id, debtor_id, currency, stage, opened_on, closed_on', 'debtor_id = (select identity.debtor())'),
      ('cases.dispute', 'id, debtor_id, invoice_id, amount, why, lines, opened_on, answer_due_on, closed_on, outcome', 'debtor_id = (select identity.debtor())'),
      ('agreements.promise', 'id, debtor_id, case_id, currency, amount, made_on, due_on, outcome', 'debtor_id = (select identity.debtor())'),
      ('agreements.payment_notice', 'id, debtor_id, case_id, currency, amount, sent_on, way, own_words, told_on, awaited_until, outcome, ended_on', 'debtor_id = (select identity.debtor())'),
      ('correspondence.branding', '*', 'creditor_id = (select identity.creditor_of_debtor())'),
      ('correspondence.pay_to', '*', 'creditor_id = (select identity.creditor_of_debtor())'),
      ('einvoice.e_invoice', 'id, debtor_id, invoice_id, original', 'debtor_id = (select identity.debtor())'),
      ('einvoice.attachment', 'document_id, position, archived', 'exists (select from einvoice.e_invoice e where e.id = document_id)'),
      ('journal.document', 'sha256, bytes, media_type, name, words',
        'exists (select from einvoice.e_invoice e where e.original = sha256) or exists (select from einvoice.attachment a where a.archived = sha256)')
    ) as t (tab, columns, theirs)
  loop
    execute case shown.columns when '*' then format('grant select on %s to duly_debtor', shown.tab)
      else format('grant select (%s) on %s to duly_debtor', shown.columns, shown.tab) end;
    execute format('create policy theirs on %s to duly_debtor using (%s)', shown.tab, shown.theirs);
  end loop;
end $$;
-- That a day was run: nothing of anybody's is in it.
grant select (day) on cycle.day to duly_debtor;
