-- Who is signed in, on which browser. They outlive the server, and every node sees the same. The name that the browser
-- holds is kept only as a hash; number is the one that pages speak of.
create table identity.session (
  id_hash bytea primary key check (length(id_hash) = 32),
  number uuid not null unique,
  -- null before somebody has signed in: the form of the sign-in page needs a session too
  person_id uuid references identity.person,
  created_at timestamptz not null,
  signed_in_at timestamptz check ((person_id is null) = (signed_in_at is null)),
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null default '',
  browser text not null default '' check (length(browser) <= 300),
  kept bytea not null
);
create index session_of_person on identity.session (person_id) where person_id is not null;
create index session_by_end on identity.session (ends_at);
grant insert, delete, update (id_hash, person_id, signed_in_at, last_seen_at, ends_at, address, browser, kept) on identity.session to duly_app;
