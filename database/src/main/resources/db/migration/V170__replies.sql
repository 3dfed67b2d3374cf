-- What people wrote to us. What cannot be attributed yet belongs to no creditor and is for those who see every creditor.
create table correspondence.reply (
  id uuid primary key,
  creditor_id uuid references parties.creditor,
  scope_id uuid not null generated always as (coalesce(creditor_id, '00000000-0000-0000-0000-000000000000')) stored,
  debtor_id uuid,
  case_id uuid references cases.recovery_case,
  kind text not null check (kind in ('reply', 'automatic', 'delivery_report', 'complaint', 'unreadable')),
  -- 'waiting' and 'unmatched' are a person's; 'noted' needs nobody
  state text not null check (state in ('waiting', 'unmatched', 'noted', 'settled')),
  -- the same message is taken once, by whatever way and however often it comes: hash of Message-ID, sender, date, subject and body
  fingerprint bytea not null unique check (length(fingerprint) = 32),
  -- as it came, byte for byte
  document bytea not null references journal.document,
  via text not null check (via in ('mailbox', 'hook', 'command')),
  taken_by text not null,
  received_at timestamptz not null,
  -- by its own account
  written_at timestamptz,
  message_id text check (message_id !~ '[[:cntrl:]]'),
  sender text check (sender !~ '[[:cntrl:]]'),
  sender_name text not null check (sender_name !~ '[[:cntrl:]]'),
  subject text not null check (subject !~ '[[:cntrl:]]'),
  -- the text as far as it is read; all of it is in the document
  words text not null check (length(words) <= 50000),
  -- whether the sender's address is one of the debtor's
  sender_known boolean not null,
  -- by what it was attributed; a person's word is 'person'
  matched_by text[] not null check (matched_by <@ array['message_id', 'token', 'sender', 'person']),
  -- why it is where it is, and what of it could not be read
  why text,
  -- of an automatic answer, in its words: when they are back, and whom to ask meanwhile
  back_on text,
  substitute text,
  -- somebody may be in danger, in distress, dead, insolvent or represented
  urgent boolean not null,
  hold_id uuid references cases.hold,
  -- what a person read in it, in our words and apart from theirs
  reading text[],
  our_words text,
  followed text,
  settled_by text,
  settled_at timestamptz check (settled_at >= received_at),
  check ((creditor_id is null) = (debtor_id is null) and (creditor_id is null) = (case_id is null)),
  check (state <> 'waiting' or hold_id is not null),
  check (state <> 'unmatched' or (creditor_id is null and why is not null)),
  check ((state = 'settled') = (settled_at is not null) and (settled_at is null) = (settled_by is null)
    and (settled_at is null) = (reading is null) and (settled_at is null) = (our_words is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index reply_waits on correspondence.reply (received_at, id) where state in ('waiting', 'unmatched');
create index reply_case on correspondence.reply (case_id) where case_id is not null;
create index reply_received on correspondence.reply (received_at desc, id desc);
grant insert, update (creditor_id, debtor_id, case_id, state, sender_known, matched_by, why, hold_id, reading, our_words, followed,
  settled_by, settled_at) on correspondence.reply to duly_app;
call identity.scope_by_creditor('correspondence.reply', 'scope_id');

-- What it may be saying, and how far somebody seems to wish to be left alone: suggestions, made when it came.
create table correspondence.reply_suggestion (
  reply_id uuid not null references correspondence.reply,
  nth int not null check (nth > 0),
  sort text not null check (sort in ('meaning', 'wish')),
  word text not null check (word ~ '^[a-z_]+$'),
  cause text check (cause ~ '^[a-zA-Z]+$'),
  -- of the text, that led to it
  words text not null,
  primary key (reply_id, nth)
);
grant insert on correspondence.reply_suggestion to duly_app;
call journal.append_only('correspondence.reply_suggestion');

-- Files that came with it, kept as they came and never opened.
create table correspondence.reply_attachment (
  reply_id uuid not null references correspondence.reply,
  nth int not null check (nth > 0),
  name text not null check (name <> '' and length(name) <= 255 and name !~ '[[:cntrl:]/\\]'),
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  document bytea not null references journal.document,
  primary key (reply_id, nth)
);
grant insert on correspondence.reply_attachment to duly_app;
call journal.append_only('correspondence.reply_attachment');

-- The wishes that were honoured at once because of it.
create table correspondence.reply_wish (
  reply_id uuid not null references correspondence.reply,
  wish_id uuid not null references correspondence.stated_wish,
  primary key (reply_id, wish_id)
);
grant insert on correspondence.reply_wish to duly_app;
call journal.append_only('correspondence.reply_wish');

do $$
declare tab text;
begin
  foreach tab in array array['correspondence.reply_suggestion', 'correspondence.reply_attachment', 'correspondence.reply_wish'] loop
    execute format('alter table %s enable row level security', tab);
    execute format('create policy scoped on %s to duly_desk using (exists (select from correspondence.reply r where r.id = reply_id))', tab);
    execute format('create policy everything on %s to duly_reader using (true)', tab);
  end loop;
end $$;

-- Senders are known by their address, in whatever case it is written.
create index contact_person_email on parties.contact_person (lower(email)) where email is not null;

-- A reply stops everything until a person has read it.
alter table cases.hold drop constraint hold_kind_check,
  add constraint hold_kind_check check (kind in ('dispute', 'verification', 'promise', 'plan', 'hardship', 'cooling_off', 'insolvency',
    'bank_data_stale', 'manual', 'reply'));
