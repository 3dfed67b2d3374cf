-- The daily cycle adds several rows to each of hundreds of thousands of cases in a night, and a foreign key asks for every
-- row by itself, locking the case each time. These triggers keep the same promise and ask once for a whole statement:
-- no row of a case that is not there, and no case taken away, or given another id, while rows of it are left.
create function cases.require_case() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
declare
  missing uuid;
begin
  select a.case_id into missing from added a where not exists (select from recovery_case c where c.id = a.case_id) limit 1;
  if found then
    raise exception '%.% names case %, which is not there', tg_table_schema, tg_table_name, missing using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

alter table cycle.decision drop constraint decision_case_id_fkey;
create trigger case_is_there after insert on cycle.decision
  referencing new table as added for each statement execute function cases.require_case();

alter table correspondence.message drop constraint message_case_id_fkey;
create trigger case_is_there after insert on correspondence.message
  referencing new table as added for each statement execute function cases.require_case();

alter table cases.task drop constraint task_case_id_fkey;
create trigger case_is_there after insert on cases.task
  referencing new table as added for each statement execute function cases.require_case();

create function cases.keep_case() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  if exists (select from gone g where not exists (select from recovery_case c where c.id = g.id) and (
      exists (select from cycle.decision d where d.case_id = g.id)
      or exists (select from correspondence.message m where m.case_id = g.id)
      or exists (select from task t where t.case_id = g.id))) then
    raise exception 'decisions, messages or tasks are left of a case that would go' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger keep_case_deleted after delete on cases.recovery_case
  referencing old table as gone for each statement execute function cases.keep_case();

create function cases.keep_case_id() returns trigger language plpgsql as $$
begin
  raise exception 'the id of a case does not change' using errcode = 'foreign_key_violation';
end $$;
create trigger keep_case_id before update of id on cases.recovery_case
  for each row when (new.id <> old.id) execute function cases.keep_case_id();
create trigger keep_case_of_row before update of case_id on correspondence.message
  for each row when (new.case_id <> old.case_id) execute function cases.keep_case_id();
create trigger keep_case_of_row before update of case_id on cases.task
  for each row when (new.case_id <> old.case_id) execute function cases.keep_case_id();
