-- What people wrote of a line of the journal, without the form that programs read and the ids in it.
create function journal.told_in(body text) returns text language plpgsql immutable parallel safe as $$
begin
  return coalesce((
    select string_agg(said #>> '{}', ' ') from jsonb_path_query(body::jsonb, 'strict $.**') said
     where jsonb_typeof(said) = 'string' and said #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' and said #>> '{}' !~ '^[0-9a-f]{64}$'), '');
exception when invalid_text_representation then
  return body;
end $$;
grant execute on function journal.told_in to duly_app, duly_desk, duly_reader;

create or replace function journal.search(words text, creditors uuid[], most int)
  returns table (case_id uuid, seq int, kind text, occurred_at timestamptz, recorded_at timestamptz, actor text,
    summary text, document bytea, document_name text, excerpt text)
  language sql stable parallel safe as $$
  with query as (select journal.asked(words) as q),
  found as (
    select e.* from journal.entry e, query
     where e.actor <> 'duly' and journal.entry_words(e.summary, e.body) @@ query.q
       and (creditors is null or e.creditor_id = any (creditors))
    union
    select e.* from query join journal.document d on journal.document_words(d.name, d.words) @@ query.q
      join journal.entry e on e.document = d.sha256
     where creditors is null or e.creditor_id = any (creditors)),
  latest as (select * from found order by found.recorded_at desc, found.case_id, found.seq limit most)
  select l.case_id, l.seq, l.kind, l.occurred_at, l.recorded_at, l.actor, l.summary, l.document, d.name,
         ts_headline('simple', l.summary || ' ' || journal.told_in(l.body) || ' ' || coalesce(d.words, ''),
           query.q, 'StartSel="", StopSel="", MaxWords=30, MinWords=10')
    from latest l cross join query left join journal.document d on d.sha256 = l.document
   order by l.recorded_at desc, l.case_id, l.seq $$;
