-- A file that somebody handed in: it waits, is taken in by whichever server comes first, and says what became of it.
create table intake.job (
  id uuid primary key,
  -- whose the file is; null where the file itself says it
  creditor_id uuid references parties.creditor,
  -- what belongs to no creditor yet is for those who see every creditor
  scope_id uuid not null generated always as (coalesce(creditor_id, '00000000-0000-0000-0000-000000000000')) stored,
  -- as the sender calls it: shown, never used as a path
  name text not null check (name <> '' and length(name) <= 255),
  bytes bigint not null check (bytes >= 0),
  sha256 bytea not null check (length(sha256) = 32),
  source text not null check (source in ('upload', 'folder')),
  -- a draft waits for its columns to be chosen
  state text not null check (state in ('draft', 'waiting', 'running', 'done', 'refused', 'failed', 'cancelled')),
  -- the business date of the import
  today date not null,
  -- what the file does not say itself: a map as docs/import.md has it
  map text,
  added_by text not null,
  added_at timestamptz not null,
  -- how often it was begun: more than once after a crash
  attempts int not null default 0,
  started_at timestamptz,
  ended_at timestamptz,
  step text,
  done bigint not null default 0,
  total bigint not null default 0,
  -- what became of it
  kind text,
  format text,
  dialect text,
  rows bigint,
  imported bigint,
  duplicates bigint,
  quarantined bigint,
  kept_back bigint,
  -- why nothing was taken in
  code text,
  sentence text,
  check ((state in ('done', 'refused', 'failed', 'cancelled')) = (ended_at is not null)),
  check ((state in ('refused', 'failed')) = (sentence is not null))
);
create index job_waiting on intake.job (id) where state in ('waiting', 'running');
create index job_added on intake.job (added_at);
grant insert, update (creditor_id, state, today, map, attempts, started_at, ended_at, step, done, total, kind, format, dialect, rows,
  imported, duplicates, quarantined, kept_back, code, sentence) on intake.job to duly_app;
call identity.scope_by_creditor('intake.job', 'scope_id');
