-- A map that a creditor's files are read with: a file with the same columns uses it by itself.
create table intake.saved_map (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  name text not null check (name <> '' and length(name) <= 100),
  -- the columns' names, in their order, as the file has them
  header text[] not null check (cardinality(header) > 0),
  -- as docs/import.md has it
  yaml text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  unique (creditor_id, name)
);
grant insert, update (header, yaml, saved_by, saved_at) on intake.saved_map to duly_app;
call identity.scope_by_creditor('intake.saved_map');
