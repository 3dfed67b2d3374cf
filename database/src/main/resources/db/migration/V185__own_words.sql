-- A message that a person writes by hand asks for money, or says something and asks for nothing.
alter table correspondence.message
  drop constraint message_purpose_check,
  add constraint message_purpose_check check (purpose in ('demand', 'apology', 'copies', 'message'));

-- What a person wrote, as they wrote it: values in it are filled in when it leaves.
create table correspondence.own_words (
  message_id uuid primary key references correspondence.message,
  creditor_id uuid not null,
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) between 1 and 10000),
  written_by text not null,
  written_at timestamptz not null
);
grant insert on correspondence.own_words to duly_app;
call journal.append_only('correspondence.own_words');
call identity.scope_by_creditor('correspondence.own_words');

-- What somebody is writing and has not queued yet, one for each case and writer.
create table correspondence.unsent (
  case_id uuid not null references cases.recovery_case,
  writer text not null,
  creditor_id uuid not null,
  channel text not null check (channel in ('email', 'sms', 'letter')),
  language text not null,
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) <= 10000),
  invoice_ids uuid[] not null,
  asks boolean not null,
  saved_at timestamptz not null,
  primary key (case_id, writer)
);
grant insert, delete, update (channel, language, subject, body, invoice_ids, asks, saved_at) on correspondence.unsent to duly_app;
call identity.scope_by_creditor('correspondence.unsent');
