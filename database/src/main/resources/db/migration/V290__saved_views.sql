-- Who looks, beside what they may see: for what is a person's own.
create function identity.me() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('duly.person', true), '')::uuid $$;

-- Lists that a person keeps by a name: the query of the worklist's address. Shared ones are seen by everybody of the house.
create table cases.saved_view (
  id uuid primary key,
  person_id uuid not null references identity.person,
  name text not null check (name = btrim(name) and length(name) between 1 and 60),
  query text not null check (length(query) <= 1000),
  shared boolean not null default false,
  saved_at timestamptz not null,
  unique (person_id, name)
);
create index saved_view_shared on cases.saved_view (name) where shared;
grant insert, delete, update (name, shared) on cases.saved_view to duly_app;
alter table cases.saved_view enable row level security;
create policy own_or_shared on cases.saved_view to duly_desk
  using (person_id = (select identity.me()) or shared and (select identity.of_the_house()));
create policy everything on cases.saved_view to duly_reader using (true);
