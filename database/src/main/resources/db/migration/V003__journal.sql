-- One immutable line of what happened, in its case's hash chain. The canonical form is in docs/journal.md.
create table journal.entry (
  case_id uuid not null,
  seq int not null check (seq > 0),
  creditor_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]*$'),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null check (actor !~ '[\n\r]'),
  -- what happened, in a sentence
  summary text not null,
  -- the facts, as JSON text; kept as text because the hash is over these very bytes
  body text not null,
  document bytea check (length(document) = 32),
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (case_id, seq)
);
alter table journal.entry alter prev_hash set storage plain, alter hash set storage plain;
-- The cycle's own entries are found through their case; people search what people wrote.
create index entry_words on journal.entry using gin (to_tsvector('simple', summary || ' ' || body))
  where actor <> 'duly';
create index entry_document on journal.entry (document) where document is not null;
grant insert on journal.entry to duly_app;
call journal.append_only('journal.entry');
call identity.scope_by_creditor('journal.entry');

-- The head of each chain, so that removal of the last entries is seen too.
create table journal.chain (
  case_id uuid primary key,
  creditor_id uuid not null,
  entries int not null check (entries > 0),
  head bytea not null check (length(head) = 32)
) with (fillfactor = 80);
grant insert, update (entries, head) on journal.chain to duly_app;
call identity.scope_by_creditor('journal.chain');

-- Documents by the hash of their bytes.
create table journal.document (
  sha256 bytea primary key check (length(sha256) = 32),
  bytes bytea not null check (sha256 = sha256(bytes)),
  media_type text not null,
  name text not null,
  -- what can be read in it, for search
  words text not null default '',
  archived_at timestamptz not null
);
create index document_words on journal.document using gin (to_tsvector('simple', name || ' ' || words));
grant insert on journal.document to duly_app;
call journal.append_only('journal.document');
-- A document belongs to whoever may see an entry, a terms version or an acceptance that names it.
create table journal.document_scope (
  sha256 bytea not null references journal.document,
  creditor_id uuid not null,
  primary key (sha256, creditor_id)
);
grant insert on journal.document_scope to duly_app;
call journal.append_only('journal.document_scope');
call identity.scope_by_creditor('journal.document_scope');
alter table journal.document enable row level security;
create policy scoped on journal.document to duly_desk
  using (exists (select from journal.document_scope s where s.sha256 = document.sha256));
create policy everything on journal.document to duly_reader using (true);
