-- A second step of signing in: codes of an authenticator (RFC 6238). The secret is encrypted with a key that is not in the database.
create table identity.second_factor (
  person_id uuid primary key references identity.person,
  secret bytea not null,
  made_at timestamptz not null,
  -- null: being set up, asked of nobody yet
  confirmed_at timestamptz,
  -- the step in time of the code that was accepted last: none is accepted twice
  last_step bigint not null default 0,
  failures int not null default 0,
  last_failure_at timestamptz
);
grant insert, delete, update (secret, made_at, confirmed_at, last_step, failures, last_failure_at) on identity.second_factor to duly_app;

create table identity.recovery_code (
  person_id uuid not null references identity.person,
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  primary key (person_id, code_hash)
);
grant insert, delete, update (used_at) on identity.recovery_code to duly_app;

-- The roles that must have one.
create table identity.second_factor_role (
  role text primary key,
  since timestamptz not null,
  said_by text not null
);
grant insert, delete on identity.second_factor_role to duly_app;
