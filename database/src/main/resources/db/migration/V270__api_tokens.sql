-- What programs are known by. A token is a person's: it can do no more than they, and ends with them. Only its hash is kept;
-- hint are its last four characters, by which its person knows it again.
create table identity.token (
  id uuid primary key,
  person_id uuid not null references identity.person,
  name text not null check (name <> '' and length(name) <= 100),
  token_hash bytea not null unique check (length(token_hash) = 32),
  hint text not null check (length(hint) = 4),
  scopes text[] not null check (cardinality(scopes) > 0),
  -- null for all creditors that the person sees
  creditors uuid[] check (cardinality(creditors) > 0),
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null check (expires_at > made_at),
  last_used_at timestamptz,
  ended_at timestamptz
);
create index token_of_person on identity.token (person_id, made_at desc);
grant insert, update (last_used_at, ended_at) on identity.token to duly_app;

-- What was answered to a request that changed something, written in the same transaction: the same request is answered the
-- same again, and done once.
create table identity.kept_answer (
  token_id uuid not null references identity.token,
  key text not null check (length(key) between 1 and 255),
  -- of method, address and body
  fingerprint bytea not null check (length(fingerprint) = 32),
  -- null only within the transaction that began it
  status int check (status between 200 and 299),
  headers text not null default '',
  body bytea not null default '',
  at timestamptz not null,
  primary key (token_id, key)
);
create index kept_answer_by_age on identity.kept_answer (at);
grant insert, update (status, headers, body), delete on identity.kept_answer to duly_app;
