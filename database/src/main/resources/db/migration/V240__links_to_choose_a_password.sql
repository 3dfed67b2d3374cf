-- A person without a password had an empty hash, and so had one who was shut out: now the two are told apart.
alter table identity.person
  add column shut_out_at timestamptz,
  add column password_chosen_at timestamptz;
update identity.person set shut_out_at = now() where password_hash = '';
revoke update on identity.person from duly_app;
grant update (name, role, creditors, password_hash, password_chosen_at, shut_out_at) on identity.person to duly_app;

-- What was done to a person's right to sign in, and by whom.
create table identity.change (
  id uuid primary key,
  person_id uuid not null references identity.person,
  at timestamptz not null,
  -- person:login, shell:user at the command line, or duly for the system itself
  by text not null check (by <> ''),
  address text not null default '',
  what text not null check (what ~ '^[a-z-]{1,40}$'),
  detail text not null default '' check (length(detail) <= 500)
);
create index change_of_person on identity.change (person_id, at desc);
grant insert on identity.change to duly_app;
call journal.append_only('identity.change');

-- Links by which a person chooses a password, once. Only the hash of what the link holds is kept.
create table identity.link (
  id uuid primary key,
  person_id uuid not null references identity.person,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null check (expires_at > made_at),
  ended_at timestamptz,
  used boolean not null default false check (not used or ended_at is not null)
);
create unique index one_open_link on identity.link (person_id) where ended_at is null;
grant insert, update (ended_at, used) on identity.link to duly_app;
