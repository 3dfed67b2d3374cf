create table identity.person (
  id uuid primary key,
  login text not null unique check (login = lower(login) and login <> ''),
  name text not null check (name <> ''),
  password_hash text not null,
  role text not null check (role in ('collector', 'manager', 'auditor', 'administrator')),
  -- null: every creditor
  creditors uuid[],
  failed_attempts int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);
grant insert, update on identity.person to duly_app;

-- Who signed in, when, from where, and who failed to.
create table identity.sign_in (
  id uuid primary key,
  login text not null,
  succeeded boolean not null,
  at timestamptz not null,
  address text not null
);
grant insert on identity.sign_in to duly_app;
call journal.append_only('identity.sign_in');
