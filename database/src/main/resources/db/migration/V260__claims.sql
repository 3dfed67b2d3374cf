-- Who is in a case at the moment, so that two people do not call for it unknowingly: claims of one case never overlap in time,
-- whoever writes them, and each ends by itself.
create table cases.claim (
  id uuid primary key,
  creditor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  person_id uuid not null references identity.person,
  -- as in person:anna
  claimed_by text not null check (claimed_by <> ''),
  since timestamptz not null,
  until timestamptz not null check (until > since),
  released_at timestamptz check (released_at >= since and released_at <= until),
  constraint one_claim_at_a_time exclude using gist (case_id with =, tstzrange(since, coalesce(released_at, until)) with &&)
);
create index claim_case on cases.claim (case_id, until) where released_at is null;
create index claim_person on cases.claim (person_id) where released_at is null;
grant insert, update (until, released_at) on cases.claim to duly_app;
call identity.scope_by_creditor('cases.claim');

-- A person's own cases, in the order of the worklist.
create index case_owned on cases.recovery_case (owner_id, creditor_id, priority desc, id) where owner_id is not null and stage <> 'closed';

-- A client sees what was done about a debt, not who of us is in it.
create policy house on cases.claim as restrictive to duly_desk using ((select identity.of_the_house()));
