-- Telephone calls, from the moment a person begins one to the note that ends it (P07, P10, P14 to P18).
create schema calls;
grant usage on schema calls to duly_app, duly_desk, duly_reader;
alter default privileges in schema calls grant select on tables to duly_app, duly_desk, duly_reader;

create table calls.call (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  -- out: we call; in: they called us
  direction text not null check (direction in ('out', 'in')),
  number text check (number <> '' and number !~ '[[:cntrl:]]'),
  -- the contact person who is asked for
  contact_person_id uuid references parties.contact_person,
  caller_id uuid not null references identity.person,
  began_at timestamptz not null,
  -- the debtor's zone, in which times are agreed
  zone text not null,
  -- who is on the line, and what showed it
  party_at timestamptz check (party_at >= began_at),
  party_name text,
  party_how text,
  -- the talk became heated
  heated_at timestamptz check (heated_at >= began_at),
  -- its line in the contact ledger: of a call of ours from the beginning, for it takes the debtor's contact of the day
  contact_id uuid references correspondence.contact,
  -- the caller was told that the note is missing
  chased_at timestamptz,
  ended_at timestamptz check (ended_at >= began_at),
  outcome text check (outcome in ('reached', 'message_left', 'no_answer', 'wrong_number', 'call_back', 'not_connected')),
  next_step text check (next_step in ('call', 'verify', 'await_payment', 'better_contact', 'look_again', 'manager', 'by_policy')),
  next_on date,
  -- the debtor's words, what they mean to us, and whether the debtor confirmed our reading (P16)
  own_words text,
  category text,
  reading text,
  confirmed boolean not null default false,
  note text,
  constraint party_is_whole check ((party_at is null) = (party_name is null) and (party_at is null) = (party_how is null)),
  constraint ours_has_its_slot check (direction = 'in' or contact_id is not null),
  -- a call cannot be closed without what came of it and what comes next
  constraint ended_is_whole check (
    (ended_at is null and outcome is null and next_step is null and next_on is null)
    or (ended_at is not null and outcome is not null and next_step is not null and next_on is not null and contact_id is not null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
-- Two people never call one debtor at the same time.
create unique index one_call_under_way on calls.call (debtor_id) where ended_at is null;
create index call_open on calls.call (began_at, caller_id) where ended_at is null;
create index call_case on calls.call (case_id, began_at);
create index call_contact on calls.call (contact_id);
create index call_contact_person on calls.call (contact_person_id) where contact_person_id is not null;
grant insert, update (caller_id, party_at, party_name, party_how, heated_at, contact_id, chased_at, ended_at, outcome, next_step, next_on,
  own_words, category, reading, confirmed, note) on calls.call to duly_app;
call identity.scope_by_creditor('calls.call');

-- What is typed during a call, saved as it is typed. Each save is a version: who saves upon an older one is told.
create table calls.draft (
  call_id uuid primary key references calls.call,
  creditor_id uuid not null,
  version int not null check (version >= 0),
  fields jsonb not null check (jsonb_typeof(fields) = 'object' and length(fields::text) <= 60000),
  saved_at timestamptz not null
);
grant insert, update (version, fields, saved_at) on calls.draft to duly_app;
call identity.scope_by_creditor('calls.draft');

-- Lines that a collector adds to the plan of the next talk.
create table calls.plan_line (
  id uuid primary key,
  creditor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  line text not null check (line <> '' and length(line) <= 500),
  written_by text not null,
  written_at timestamptz not null,
  struck_at timestamptz check (struck_at >= written_at),
  struck_by text,
  check ((struck_at is null) = (struck_by is null))
);
create index plan_line_case on calls.plan_line (case_id) where struck_at is null;
grant insert, update (struck_at, struck_by) on calls.plan_line to duly_app;
call identity.scope_by_creditor('calls.plan_line');

-- Who is on the telephone, for those who may see the call but not the table of people.
create function calls.caller(of uuid) returns table (login text, name text)
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select p.login, p.name from identity.person p where p.id = of $$;
revoke execute on function calls.caller from public;
grant execute on function calls.caller to duly_app, duly_desk, duly_reader;
