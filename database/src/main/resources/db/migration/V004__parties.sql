create table parties.creditor (
  id uuid primary key,
  name text not null unique check (name <> ''),
  country char(2),
  currency char(3) not null default 'EUR',
  language text not null default 'en',
  time_zone text not null default 'Europe/Berlin',
  -- the policy in force, by name
  policy text not null default 'standard',
  created_at timestamptz not null default now()
);
grant insert, update (name, country, currency, language, time_zone, policy) on parties.creditor to duly_app;
call identity.scope_by_creditor('parties.creditor', 'id');

create table parties.debtor (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  -- the creditor's own number for the debtor
  external_id text not null check (external_id <> ''),
  name text not null check (name <> ''),
  kind text not null default 'unknown' check (kind in ('company', 'sole_trader', 'consumer', 'unknown')),
  street text,
  postal_code text,
  city text,
  region text,
  country char(2),
  language text,
  time_zone text,
  email text,
  phone text,
  segment text,
  -- what the debtor buys in a year, minor units of the creditor's currency
  relationship_value bigint check (relationship_value >= 0),
  -- other spellings of the name that files brought
  also_known_as text[] not null default '{}',
  created_at timestamptz not null default now(),
  unique (creditor_id, external_id),
  unique (id, creditor_id)
);
create index debtor_name on parties.debtor using gin (name ext.gin_trgm_ops);
grant insert, update (name, kind, street, postal_code, city, region, country, language, time_zone, email, phone, segment,
  relationship_value, also_known_as) on parties.debtor to duly_app;
call identity.scope_by_creditor('parties.debtor');

create table parties.contact_person (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  name text not null check (name <> ''),
  role text,
  email text,
  phone text,
  postal_address text,
  -- wishes, honoured in every queue: channels refused (email, sms, letter, call), times, anything else in words
  refused_channels text[] not null default '{}' check (refused_channels <@ array['email', 'sms', 'letter', 'call']),
  not_at_work boolean not null default false,
  wish text,
  right_party text not null default 'unverified' check (right_party in ('unverified', 'verified', 'wrong')),
  created_at timestamptz not null default now(),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index contact_person_debtor on parties.contact_person (debtor_id);
grant insert, update (name, role, email, phone, postal_address, refused_channels, not_at_work, wish, right_party)
  on parties.contact_person to duly_app;
call identity.scope_by_creditor('parties.contact_person');

-- A version of a creditor's terms of trade (P01). A new text is a new version.
create table parties.terms (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  version text not null check (version <> ''),
  valid_from date not null,
  payment_days int check (payment_days between 0 and 365),
  interest text,
  late_fee text,
  collection_costs text,
  jurisdiction text,
  document bytea references journal.document,
  recorded_at timestamptz not null default now(),
  unique (creditor_id, version),
  unique (id, creditor_id)
);
grant insert on parties.terms to duly_app;
call journal.append_only('parties.terms');
call identity.scope_by_creditor('parties.terms');

-- The evidence that a debtor agreed to a version, and when.
create table parties.acceptance (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  terms_id uuid not null,
  accepted_on date not null,
  accepted_by text not null check (accepted_by <> ''),
  act text not null check (act in ('signature', 'order_form', 'click', 'email')),
  document bytea references journal.document,
  recorded_at timestamptz not null default now(),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id),
  foreign key (terms_id, creditor_id) references parties.terms (id, creditor_id)
);
create index acceptance_debtor on parties.acceptance (debtor_id, accepted_on);
grant insert on parties.acceptance to duly_app;
call journal.append_only('parties.acceptance');
call identity.scope_by_creditor('parties.acceptance');
