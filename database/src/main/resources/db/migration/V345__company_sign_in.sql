-- Whom a company's own sign-in (OpenID Connect) means by a subject. It is said once, and the subject is what counts from then on:
-- an address of e-mail may be given to somebody else one day, a subject never is (OpenID Connect Core, section 2).
create table if not exists identity.company_link (
  id uuid primary key,
  person_id uuid not null references identity.person,
  issuer text not null check (issuer <> ''),
  subject text not null check (length(subject) between 1 and 255),
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz
);
create unique index if not exists company_subject on identity.company_link (issuer, subject) where ended_at is null;
create unique index if not exists company_person on identity.company_link (person_id, issuer) where ended_at is null;
grant insert, update (ended_at) on identity.company_link to duly_app;

alter table identity.sign_in drop constraint sign_in_how_check;
alter table identity.sign_in add constraint sign_in_how_check check (how in ('password', 'passkey', 'company'));
