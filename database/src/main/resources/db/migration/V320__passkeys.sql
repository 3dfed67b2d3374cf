-- Passkeys (WebAuthn level 3): the public half of a key that an authenticator keeps. It opens nothing by itself. One that was
-- removed, or stopped because its counter went back, stays on record; its credential is never taken again.
create table identity.passkey (
  id uuid primary key,
  person_id uuid not null references identity.person,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  -- what WebAuthn calls attested credential data: the kind of authenticator, the credential's id, its public key
  credential bytea not null,
  name text not null check (name = btrim(name) and length(name) between 1 and 100),
  transports text[] not null default '{}',
  backup_eligible boolean not null,
  backed_up boolean not null check (backup_eligible or not backed_up),
  -- how often the authenticator has signed, as it says; 0 where it does not count
  counter bigint not null check (counter between 0 and 4294967295),
  made_at timestamptz not null,
  last_used_at timestamptz,
  -- its counter went back: there may be a copy
  stopped_at timestamptz,
  removed_at timestamptz
);
create index passkey_of_person on identity.passkey (person_id) where removed_at is null;
grant insert, update (name, backed_up, counter, last_used_at, stopped_at, removed_at) on identity.passkey to duly_app;

-- How somebody signed in, or tried to. With a passkey that nobody has there is no login.
alter table identity.sign_in
  add column how text not null default 'password' check (how in ('password', 'passkey'));
