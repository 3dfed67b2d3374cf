-- A line may hold what a text of PostgreSQL cannot (an escaped NUL): it is shown as it is kept, and the search goes on.
create or replace function journal.told_in(body text) returns text language plpgsql immutable parallel safe as $$
begin
  return coalesce((
    select string_agg(said #>> '{}', ' ') from jsonb_path_query(body::jsonb, 'strict $.**') said
     where jsonb_typeof(said) = 'string' and said #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' and said #>> '{}' !~ '^[0-9a-f]{64}$'), '');
exception when data_exception then
  return body;
end $$;
