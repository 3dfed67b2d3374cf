-- How a bank writes its list of payments, as somebody said once: remembered by the names of its columns.
create table banking.csv_map (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  name text not null check (name <> ''),
  signature text not null check (signature <> ''),
  yaml text not null,
  saved_at timestamptz not null default now(),
  unique (creditor_id, signature)
);
grant insert, update (name, yaml, saved_at) on banking.csv_map to duly_app;
call identity.scope_by_creditor('banking.csv_map');
