-- A creditor's own version of a message's words; the highest is in force, the shipped one where there is none.
create table correspondence.template_version (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  language text not null check (language in ('en', 'de', 'fr', 'nl', 'es')),
  version int not null check (version > 0),
  source text not null check (length(source) between 1 and 20000),
  saved_by text not null,
  saved_at timestamptz not null,
  unique (creditor_id, kind, language, version)
);
grant insert on correspondence.template_version to duly_app;
call journal.append_only('correspondence.template_version');
call identity.scope_by_creditor('correspondence.template_version');

-- How a creditor's messages look and who signs them; the highest version is in force.
create table correspondence.branding (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  version int not null check (version > 0),
  -- where it differs from the creditor's name
  name text check (name <> ''),
  -- a line each
  address text[] not null default '{}' check (cardinality(address) <= 6),
  email text,
  phone text,
  website text,
  person_name text check (person_name <> ''),
  person_role text,
  person_phone text,
  person_email text,
  -- register, tax number, directors: a line each
  footer text[] not null default '{}' check (cardinality(footer) <= 6),
  colour text not null default '#1f4e5f' check (colour ~ '^#[0-9a-f]{6}$'),
  letter_form text not null default 'din5008b' check (letter_form in ('din5008b', 'uk')),
  -- a PNG that was drawn anew, in the archive
  logo bytea references journal.document,
  saved_by text not null,
  saved_at timestamptz not null,
  check ((person_name is null) = (person_phone is null)),
  unique (creditor_id, version),
  unique (id, creditor_id)
);
grant insert on correspondence.branding to duly_app;
call journal.append_only('correspondence.branding');
call identity.scope_by_creditor('correspondence.branding');

-- Where payments of a currency go.
create table correspondence.pay_to (
  branding_id uuid not null,
  creditor_id uuid not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  holder text not null check (holder <> ''),
  -- an IBAN in capitals without blanks, or what stands for it
  account text not null check (account <> ''),
  bic text,
  bank text,
  routing text,
  primary key (branding_id, currency),
  foreign key (branding_id, creditor_id) references correspondence.branding (id, creditor_id)
);
grant insert on correspondence.pay_to to duly_app;
call journal.append_only('correspondence.pay_to');
call identity.scope_by_creditor('correspondence.pay_to');
