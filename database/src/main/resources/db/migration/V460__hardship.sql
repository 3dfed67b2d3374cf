-- Hardship and breathing space (P17). What everybody of the house may know is until when somebody is left in peace; why, in their
-- words, is kept only with their consent and read only by those who need it.
create schema hardship;
grant usage on schema hardship to duly_app, duly_desk, duly_reader;
alter default privileges in schema hardship grant select on tables to duly_app;

-- The neutral fact.
create table hardship.space (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  since date not null,
  -- its last day; null while nobody knows it
  until date check (until >= since),
  review_on date not null check (review_on >= since),
  -- given by a law: nothing accrues on what was owed when it began
  statutory boolean not null,
  charges_rest boolean not null,
  -- that stops contact
  hold_id uuid not null references cases.hold,
  recorded_by text not null,
  recorded_at timestamptz not null,
  -- a person looked how to go on
  reviewed_on date,
  reviewed_by text,
  -- ended before its last day, which is the day before this one
  ended_on date check (ended_on >= since),
  ended_by text,
  -- the debtor needs no particular care any more
  closed_on date,
  closed_by text,
  constraint law_lets_charges_rest check (charges_rest or not statutory),
  constraint looked_at_before_it_ends check (review_on <= until),
  constraint reviewed_by_somebody check ((reviewed_on is null) = (reviewed_by is null)),
  constraint ended_by_somebody check ((ended_on is null) = (ended_by is null)),
  constraint closed_by_somebody check ((closed_on is null) = (closed_by is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create unique index one_space_of_a_kind on hardship.space (debtor_id, statutory) where closed_on is null;
create index space_of_debtor on hardship.space (debtor_id);
create index space_of_hold on hardship.space (hold_id);
grant select on hardship.space to duly_desk, duly_reader;
grant insert, update (until, review_on, hold_id, reviewed_on, reviewed_by, ended_on, ended_by, closed_on, closed_by) on hardship.space to duly_app;
call identity.scope_by_creditor('hardship.space');
create policy house on hardship.space as restrictive to duly_desk using ((select identity.of_the_house()));

-- Whether the signed-in person needs to know why: a manager, whose case it is, and who wrote it down.
create function hardship.may_read(debtor uuid, recorder text) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from identity.person p where p.id = nullif(current_setting('duly.person', true), '')::uuid and p.role <> 'client'
    and (p.role = 'manager' or recorder = 'person:' || p.login
      or exists (select from cases.recovery_case c where c.debtor_id = debtor and c.creditor_id = any (identity.scope()) and c.owner_id = p.id and c.stage <> 'closed'))) $$;
revoke execute on function hardship.may_read from public;
grant execute on function hardship.may_read to duly_desk;

-- What was told. Without consent nothing of the kind and no words are kept; a law's notice stands by itself.
create table hardship.telling (
  space_id uuid primary key references hardship.space,
  creditor_id uuid not null,
  debtor_id uuid not null,
  recorded_by text not null,
  told_by text not null check (told_by in ('call', 'portal', 'email', 'letter', 'visit', 'adviser')),
  kind text check (kind in ('illness', 'bereavement', 'income', 'care', 'mental_health', 'understanding', 'other')),
  words text check (words ~ '\S' and length(words) <= 4000),
  consent_on date,
  -- who agreed, as they are called
  consent_by text check (consent_by ~ '\S' and length(consent_by) <= 200),
  consent_how text check (consent_how in ('call', 'portal', 'email', 'letter', 'visit', 'adviser')),
  withdrawn_on date,
  withdrawn_recorded_by text,
  -- of a law's moratorium: which, its reference and who notified us
  moratorium text check (moratorium ~ '^[a-z-]+$'),
  reference text check (reference ~ '\S' and length(reference) <= 100),
  notified_by text check (notified_by ~ '\S' and length(notified_by) <= 200),
  treatment_ended_on date,
  -- who ended it early, and why
  ended_why text check (ended_why ~ '\S' and length(ended_why) <= 1000),
  has_words boolean not null generated always as (kind is not null or words is not null) stored,
  constraint kept_with_consent check ((kind is null and words is null) or (consent_on is not null and withdrawn_on is null)),
  constraint consent_of_somebody check ((consent_on is null) = (consent_by is null) and (consent_on is null) = (consent_how is null)),
  constraint consent_taken_back check ((withdrawn_on is null) = (withdrawn_recorded_by is null) and (withdrawn_on is null or consent_on is not null)),
  constraint notice_is_whole check ((moratorium is null) = (reference is null) and (moratorium is null) = (notified_by is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index telling_of_debtor on hardship.telling (debtor_id);
grant select on hardship.telling to duly_desk;
grant select (space_id, creditor_id, debtor_id, consent_on, withdrawn_on, has_words) on hardship.telling to duly_reader;
grant insert, update (kind, words, consent_on, consent_by, consent_how, withdrawn_on, withdrawn_recorded_by, treatment_ended_on, ended_why) on hardship.telling to duly_app;
call identity.scope_by_creditor('hardship.telling');
create policy needed on hardship.telling as restrictive to duly_desk using (hardship.may_read(debtor_id, recorded_by));

-- The next run decides again once somebody looked, it ended, or the record was closed.
create function hardship.note_change() returns trigger language plpgsql security definer set search_path = hardship, pg_temp as $$
begin
  perform cases.wake(new.debtor_id, null);
  return null;
end $$;
create trigger wake_cases after insert or update on hardship.space for each row execute function hardship.note_change();
