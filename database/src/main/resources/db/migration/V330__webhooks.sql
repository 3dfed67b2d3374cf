-- What other systems are told of, as it happens.
create schema webhooks;
grant usage on schema webhooks to duly_app, duly_desk, duly_reader;

-- An address that wants to be told. It is a person's: it hears of no more than they see, and ends with them.
create table webhooks.subscription (
  id uuid primary key,
  person_id uuid not null references identity.person,
  name text not null check (name = btrim(name) and length(name) between 1 and 100),
  url text not null check (url ~ '^https?://' and length(url) <= 2000),
  -- of lines of the journal; null for every kind
  kinds text[] check (cardinality(kinds) > 0),
  -- whose cases; null for all creditors that the person sees
  creditors uuid[] check (cardinality(creditors) > 0),
  -- sealed with the key of the installation (docs/people.md), as are secrets of second factors
  secret bytea not null,
  -- the one before, by which is signed beside the new one until then
  old_secret bytea,
  old_secret_until timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  -- failures since the last that was taken, and until when it is left alone after them
  failures int not null default 0 check (failures >= 0),
  rest_until timestamptz,
  last_taken_at timestamptz,
  -- nothing is sent while it is paused; what happens is kept for it
  paused_at timestamptz,
  paused_why text check (paused_why in ('failing', 'person')),
  ended_at timestamptz,
  ended_why text check (ended_why in ('person', 'gone', 'owner', 'forgotten')),
  check ((old_secret is null) = (old_secret_until is null)),
  check ((paused_at is null) = (paused_why is null)),
  check ((ended_at is null) = (ended_why is null))
);
create index subscription_of_person on webhooks.subscription (person_id, made_at desc);
create index subscription_under_way on webhooks.subscription (id) where ended_at is null;
grant select, insert, update (secret, old_secret, old_secret_until, failures, rest_until, last_taken_at, paused_at, paused_why, ended_at, ended_why)
  on webhooks.subscription to duly_app;
-- Secrets are the application's alone.
grant select (id, person_id, name, url, kinds, creditors, made_at, made_by, failures, rest_until, last_taken_at, paused_at, paused_why, ended_at, ended_why)
  on webhooks.subscription to duly_desk, duly_reader;
alter table webhooks.subscription enable row level security;
create policy own on webhooks.subscription to duly_desk using (person_id = (select identity.me()));
create policy everything on webhooks.subscription to duly_reader using (true);

-- A line of the journal for one subscription, or a test, which is of no case. Written in the transaction of the line itself.
create table webhooks.event (
  -- what the receiver knows it by, whenever it comes again
  id uuid primary key default gen_random_uuid(),
  subscription_id uuid not null references webhooks.subscription,
  creditor_id uuid,
  case_id uuid,
  seq int check (seq > 0),
  kind text not null,
  occurred_at timestamptz not null,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'left_out')),
  due_at timestamptz not null,
  -- a node is sending it until then at the latest
  claimed_until timestamptz,
  attempts int not null default 0 check (attempts >= 0),
  first_failed_at timestamptz,
  last_at timestamptz,
  last_status int check (last_status between 100 and 599),
  last_trouble text,
  unique (subscription_id, case_id, seq),
  foreign key (case_id, seq) references journal.entry,
  constraint of_a_case_or_a_test check (
    (case_id is null) = (seq is null) and (case_id is null) = (creditor_id is null) and (case_id is null) = (kind = 'test'))
);
create index event_waiting on webhooks.event (subscription_id, due_at) where state = 'waiting';
create index event_waiting_of_case on webhooks.event (subscription_id, case_id, seq) where state = 'waiting';
create index event_latest on webhooks.event (subscription_id, made_at desc, id desc);
create index event_old on webhooks.event (made_at) where state <> 'waiting';
create index event_of_line on webhooks.event (case_id, seq);
grant select, insert, delete, update (state, due_at, claimed_until, attempts, first_failed_at, last_at, last_status, last_trouble) on webhooks.event to duly_app;
grant select on webhooks.event to duly_desk, duly_reader;
alter table webhooks.event enable row level security;
create policy own_in_scope on webhooks.event to duly_desk
  using ((creditor_id is null or creditor_id = any ((select identity.scope())::uuid[]))
    and exists (select from webhooks.subscription s where s.id = event.subscription_id and s.person_id = (select identity.me())));
create policy everything on webhooks.event to duly_reader using (true);

-- Sets down for each subscription the lines of these cases that were just written and that it wants, of creditors that its
-- person sees. Who called has the lock of each case's chain, so that none can come in between.
create function webhooks.tell(cases uuid[], since int[], now timestamptz) returns void language sql as $$
  insert into webhooks.event (subscription_id, creditor_id, case_id, seq, kind, occurred_at, made_at, due_at)
  select s.id, e.creditor_id, e.case_id, e.seq, e.kind, e.occurred_at, now, now
    from unnest(cases, since) told (case_id, seq)
    join journal.entry e on e.case_id = told.case_id and e.seq > told.seq
    join webhooks.subscription s on s.ended_at is null and (s.kinds is null or e.kind = any (s.kinds)) and (s.creditors is null or e.creditor_id = any (s.creditors))
    join identity.person p on p.id = s.person_id and p.shut_out_at is null and (p.creditors is null or e.creditor_id = any (p.creditors))
$$;
revoke execute on function webhooks.tell from public;
grant execute on function webhooks.tell to duly_app;

-- Answers are kept sealed from now on: that to who makes a webhook holds its secret.
alter table identity.kept_answer add column sealed boolean not null default false;
grant update (sealed) on identity.kept_answer to duly_app;
