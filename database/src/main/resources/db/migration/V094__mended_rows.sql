-- How a list was read, so that a row that was set aside can be read again in the same way.
create table intake.reading (
  file_id uuid primary key references intake.file deferrable initially deferred,
  creditor_id uuid not null,
  kind text not null,
  separator text not null check (length(separator) = 1),
  quote text not null check (length(quote) = 1),
  -- of amounts that do not say theirs
  currency char(3) not null,
  -- of each column: its name; the field that it says, or nothing; the currency its name says; how its values are written
  header text[] not null,
  fields text[] not null,
  currencies text[] not null,
  styles text[] not null,
  check (cardinality(fields) = cardinality(header) and cardinality(currencies) = cardinality(header)
    and cardinality(styles) = cardinality(header))
);
grant insert on intake.reading to duly_app;
call journal.append_only('intake.reading');
call identity.scope_by_creditor('intake.reading');

-- Mended rows come in as a small file of their own that names the one they were set aside from.
alter table intake.file add column mends uuid references intake.file;

-- A row that was set aside says what it says now; how it came to that is in the mendings.
alter table intake.quarantine add column discarded_at timestamptz, add check (mended_at is null or discarded_at is null);
grant update (field, code, message, raw, discarded_at) on intake.quarantine to duly_app;
create index quarantine_open on intake.quarantine (file_id, line) where mended_at is null and discarded_at is null;

-- Who changed what in a row that was set aside, and what came of it.
create table intake.mending (
  id uuid primary key,
  creditor_id uuid not null,
  quarantine_id uuid not null references intake.quarantine,
  done_at timestamptz not null,
  done_by text not null,
  -- columns that were changed, with what they said and what they say now
  columns text[] not null default '{}',
  old_values text[] not null default '{}',
  new_values text[] not null default '{}',
  -- the whole row as it was before
  raw_before text not null,
  outcome text not null check (outcome in ('taken', 'known', 'aside', 'discarded')),
  -- what was still wrong with it, or why it was discarded
  message text,
  check (cardinality(old_values) = cardinality(columns) and cardinality(new_values) = cardinality(columns)),
  check ((outcome in ('aside', 'discarded')) = (message is not null))
);
create index mending_row on intake.mending (quarantine_id);
grant insert on intake.mending to duly_app;
call journal.append_only('intake.mending');
call identity.scope_by_creditor('intake.mending');
