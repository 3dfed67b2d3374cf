-- An outgoing contact being prepared. This release drafts and checks; it sends nothing.
create table correspondence.message (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  channel text not null check (channel in ('email', 'sms', 'letter')),
  step text not null,
  template text not null,
  tone text not null check (tone in ('friendly', 'neutral', 'firm', 'formal')),
  language text not null,
  state text not null check (state in ('checked', 'taken_as_sent', 'withdrawn')),
  planned_on date not null,
  currency char(3) not null,
  -- the invoices it names and what was asked for each, in minor units
  invoice_ids uuid[] not null check (cardinality(invoice_ids) > 0),
  amounts bigint[] not null,
  sent_on date,
  withdrawn_why text,
  check (cardinality(invoice_ids) = cardinality(amounts)),
  check ((state = 'taken_as_sent') = (sent_on is not null))
);
-- Invariant 3: one outgoing message per debtor and day, whatever the case or channel.
create unique index one_message_a_day on correspondence.message (debtor_id, planned_on) where state <> 'withdrawn';
create index message_waiting on correspondence.message (debtor_id) where state = 'checked';
create index message_case on correspondence.message (case_id);
grant insert, update (state, sent_on, withdrawn_why) on correspondence.message to duly_app;
call identity.scope_by_creditor('correspondence.message');

-- The contact ledger: every communication in either direction.
create table correspondence.contact (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid,
  direction text not null check (direction in ('out', 'in')),
  channel text not null check (channel in ('email', 'sms', 'letter', 'call', 'visit', 'portal')),
  day date not null,
  message_id uuid,
  note text
);
create unique index one_contact_a_day on correspondence.contact (debtor_id, day) where direction = 'out';
grant insert on correspondence.contact to duly_app;
call journal.append_only('correspondence.contact');
call identity.scope_by_creditor('correspondence.contact');
