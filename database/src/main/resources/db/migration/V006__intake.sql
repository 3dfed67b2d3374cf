-- A file that was taken in, whole or in part, or refused.
create table intake.file (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  sha256 bytea not null check (length(sha256) = 32),
  name text not null,
  kind text not null,
  format text not null,
  as_of date,
  imported_at timestamptz not null,
  imported_by text not null,
  rows int not null,
  imported int not null,
  kept_back int not null default 0,
  duplicates int not null,
  quarantined int not null
);
create index file_sha on intake.file (sha256);
grant insert on intake.file to duly_app;
call identity.scope_by_creditor('intake.file');

-- A row that could not be taken in, whole, with what was wrong: nothing is lost.
create table intake.quarantine (
  id uuid primary key,
  creditor_id uuid not null,
  file_id uuid not null references intake.file,
  line bigint not null,
  field text,
  code text not null,
  message text not null,
  raw text not null,
  mended_at timestamptz
);
create index quarantine_file on intake.quarantine (file_id, line);
grant insert, update (mended_at) on intake.quarantine to duly_app;
call identity.scope_by_creditor('intake.quarantine');

-- What the lint found on rows that went in (P03); line null where it is true of the whole file.
create table intake.finding (
  id uuid primary key,
  creditor_id uuid not null,
  file_id uuid not null references intake.file,
  invoice_id uuid,
  line bigint,
  field text,
  code text not null,
  message text not null
);
create index finding_file on intake.finding (file_id, line);
create index finding_invoice on intake.finding (invoice_id) where invoice_id is not null;
grant insert on intake.finding to duly_app;
call identity.scope_by_creditor('intake.finding');

-- What a file told of days after its as-of date: it arrives on its day.
create table intake.kept_back (
  id uuid primary key,
  creditor_id uuid not null,
  file_id uuid not null references intake.file,
  line bigint not null,
  kind text not null check (kind in ('invoice', 'receipt', 'credit_note')),
  arrives_on date not null,
  payload jsonb not null,
  arrived_at timestamptz
);
create index kept_back_waiting on intake.kept_back (arrives_on) where arrived_at is null;
grant insert, update (arrived_at) on intake.kept_back to duly_app;
call identity.scope_by_creditor('intake.kept_back');
