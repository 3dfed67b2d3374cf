-- What becomes of a message. 'checked' waits and nothing of it has left; 'sending' is being handed over by a process that
-- holds its node's lock; 'uncertain' may have left.
alter table correspondence.message
  drop constraint message_state_check,
  drop constraint message_check1,
  add constraint message_state_check check (state in
    ('checked', 'sending', 'sent', 'bounced', 'failed', 'uncertain', 'taken_as_sent', 'withdrawn')),
  -- the debtor's day on which it left or may have left
  add constraint left_on_a_day check ((state in ('sent', 'bounced', 'uncertain', 'taken_as_sent')) = (sent_on is not null)),
  -- whether a person must look first, and who did at which text
  add approval text not null default 'not_needed' check (approval in ('not_needed', 'needed', 'given')),
  add approval_why text,
  add approved_by text,
  add approved_at timestamptz,
  add approved_text bytea check (length(approved_text) = 32),
  add constraint approval_is_whole check ((approval = 'given') = (approved_by is not null)
    and (approved_by is null) = (approved_at is null) and (approved_by is null) = (approved_text is null)),
  -- it is not tried again before, and why
  add not_before timestamptz,
  add waits_why text,
  -- by which an answer is known, whatever it quotes
  add reply_token text check (reply_token ~ '^[a-z2-7]{16}$');
create unique index message_token on correspondence.message (reply_token) where reply_token is not null;
create index message_due on correspondence.message (planned_on, id) where state = 'checked';
create index message_in_hand on correspondence.message (id) where state in ('sending', 'uncertain');
create index message_sent_day on correspondence.message (debtor_id, sent_on) where sent_on is not null;
grant update (approval, approval_why, approved_by, approved_at, approved_text, not_before, waits_why, reply_token)
  on correspondence.message to duly_app;

-- A text that a person wrote or approved; the latest version is what leaves.
create table correspondence.message_text (
  message_id uuid not null references correspondence.message,
  version int not null check (version > 0),
  creditor_id uuid not null,
  subject text not null,
  plain text not null,
  html text,
  sha256 bytea not null check (length(sha256) = 32),
  written_by text not null,
  written_at timestamptz not null,
  primary key (message_id, version)
);
grant insert on correspondence.message_text to duly_app;
call journal.append_only('correspondence.message_text');
call identity.scope_by_creditor('correspondence.message_text');

-- Processes that send are numbered; each holds an advisory lock on its number as long as it lives.
create sequence correspondence.sending_node as int;
grant usage on sequence correspondence.sending_node to duly_app;

-- Each time a message was about to leave, written before a word was said to any server.
create table correspondence.attempt (
  id uuid primary key,
  message_id uuid not null references correspondence.message,
  creditor_id uuid not null,
  nth int not null check (nth > 0),
  node int not null,
  way text not null check (way in ('smtp', 'print', 'sms', 'fax')),
  -- Message-ID, or the key by which a provider knows it; the same at every attempt
  known_as text not null,
  recipient text not null check (recipient !~ '[\n\r]'),
  -- what leaves, byte for byte
  document bytea not null references journal.document,
  contact_id uuid not null references correspondence.contact,
  -- the debtor's
  day date not null,
  started_at timestamptz not null,
  unique (message_id, nth)
);
create index attempt_known_as on correspondence.attempt (known_as);
create index attempt_contact on correspondence.attempt (contact_id);
grant insert on correspondence.attempt to duly_app;
call journal.append_only('correspondence.attempt');
call identity.scope_by_creditor('correspondence.attempt');

-- What came of it; the last line holds.
create table correspondence.attempt_end (
  id uuid primary key,
  attempt_id uuid not null references correspondence.attempt,
  creditor_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'refused', 'later', 'uncertain', 'arrived', 'did_not_arrive', 'bounced')),
  -- the server's words, or a person's
  answer text not null check (answer !~ '[\n\r]'),
  ended_by text not null,
  ended_at timestamptz not null
);
create index attempt_end_attempt on correspondence.attempt_end (attempt_id, ended_at, id);
grant insert on correspondence.attempt_end to duly_app;
call journal.append_only('correspondence.attempt_end');
call identity.scope_by_creditor('correspondence.attempt_end');

-- Nothing leaves: of anybody, of a creditor, to a debtor.
create table correspondence.pause (
  id uuid primary key,
  creditor_id uuid references parties.creditor,
  debtor_id uuid,
  why text not null check (why <> ''),
  since timestamptz not null,
  placed_by text not null,
  lifted_at timestamptz check (lifted_at >= since),
  lifted_by text,
  check ((lifted_at is null) = (lifted_by is null)),
  check (debtor_id is null or creditor_id is not null),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create unique index one_pause on correspondence.pause
  (coalesce(creditor_id, '00000000-0000-0000-0000-000000000000'), coalesce(debtor_id, '00000000-0000-0000-0000-000000000000'))
  where lifted_at is null;
grant insert, update (lifted_at, lifted_by) on correspondence.pause to duly_app;
call identity.scope_by_creditor('correspondence.pause');
create policy of_everything on correspondence.pause to duly_desk using (creditor_id is null);

-- In whose name a creditor's messages leave. Hosts and passwords are in the configuration, never here.
create table correspondence.sender (
  creditor_id uuid primary key references parties.creditor,
  display_name text not null check (display_name <> '' and display_name !~ '[[:cntrl:]]'),
  address text not null check (address ~ '^[^[:space:]@<>[:cntrl:]]+@[^[:space:]@<>[:cntrl:]]+$'),
  reply_to text check (reply_to ~ '^[^[:space:]@<>[:cntrl:]]+@[^[:space:]@<>[:cntrl:]]+$'),
  -- answers go to local+token@domain of reply_to
  reply_tokens boolean not null default false check (not reply_tokens or reply_to is not null),
  -- which of the configured servers
  server text not null default 'default' check (server ~ '^[a-z][a-z0-9]{0,30}$'),
  -- a person looks at every message first
  look_first boolean not null default false
);
grant insert, update (display_name, address, reply_to, reply_tokens, server, look_first) on correspondence.sender to duly_app;
call identity.scope_by_creditor('correspondence.sender');

-- How fast a server may be spoken to, for all nodes together, and what was wrong with it last.
create table correspondence.server_pace (
  server text primary key,
  -- the next message may go from then on
  free_at timestamptz not null,
  trouble text,
  trouble_since timestamptz,
  check ((trouble is null) = (trouble_since is null))
);
grant insert, update (free_at, trouble, trouble_since) on correspondence.server_pace to duly_app;

-- An address that refused for good is not used again until somebody says that it is right.
create table correspondence.dead_address (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  -- in small letters
  address text not null check (address = lower(address)),
  why text not null,
  since timestamptz not null,
  ended_at timestamptz check (ended_at >= since),
  ended_by text,
  check ((ended_at is null) = (ended_by is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create unique index one_dead_address on correspondence.dead_address (debtor_id, address) where ended_at is null;
grant insert, update (ended_at, ended_by) on correspondence.dead_address to duly_app;
call identity.scope_by_creditor('correspondence.dead_address');

-- Work for a person: a message did not arrive, or nobody knows whether it did.
alter table cases.task drop constraint task_kind_check,
  add constraint task_kind_check check (kind in
    ('call', 'verify', 'reply', 'approve', 'complete_file', 'review', 'allocate', 'place', 'write_off', 'delivery'));
