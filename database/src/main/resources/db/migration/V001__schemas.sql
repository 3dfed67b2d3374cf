-- Roles are made before the migrations run (Roles.java): duly_app works for the daily cycle and the commands and sees
-- every creditor; duly_desk works for a person who signed in and sees the creditors of their scope; duly_reader reads.
create schema ext;
create extension pg_trgm schema ext;
create extension btree_gist schema ext;
create extension unaccent schema ext;

create schema identity;
create schema journal;
create schema parties;
create schema ledger;
create schema intake;
create schema cases;
create schema agreements;
create schema correspondence;
create schema cycle;

grant usage on schema ext, identity, journal, parties, ledger, intake, cases, agreements, correspondence, cycle
  to duly_app, duly_desk, duly_reader;
alter default privileges in schema identity, journal, parties, ledger, intake, cases, agreements, correspondence, cycle
  grant select on tables to duly_app;
alter default privileges in schema journal, parties, ledger, intake, cases, agreements, correspondence, cycle
  grant select on tables to duly_desk, duly_reader;

-- The creditors whose data the signed-in person may see, as set for the transaction; none where nothing was set.
create function identity.scope() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('duly.scope', true), ''), '{}')::uuid[] $$;

-- Puts a table under row security: duly_desk sees the creditors in its scope, duly_reader sees all.
-- duly_app has BYPASSRLS, for COPY cannot be used under row security.
create procedure identity.scope_by_creditor(tab regclass, creditor_column text default 'creditor_id') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('create policy scoped on %s to duly_desk using (%I = any ((select identity.scope())::uuid[]))', tab, creditor_column);
  execute format('create policy everything on %s to duly_reader using (true)', tab);
end $$;

-- Refuses what would alter history, whoever asks; grants refuse it to the application's roles before.
create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'insufficient_privilege', hint = 'Correct a mistake with a new row.';
end $$;

create procedure journal.append_only(tab regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete or truncate on %s for each statement execute function journal.refuse_change()', tab);
end $$;
