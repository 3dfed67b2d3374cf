-- Words of an entry. Its body is JSON, in which a line's end is written \n: without this "first\nsecond" would hold "nsecond".
create function journal.entry_words(summary text, body text) returns tsvector
  language sql immutable parallel safe
  as $$ select to_tsvector('simple', summary || ' ' || regexp_replace(body, '\\[nrtbf]', ' ', 'g')) $$;
create function journal.document_words(name text, words text) returns tsvector
  language sql immutable parallel safe
  as $$ select to_tsvector('simple', translate(name, '._-', '   ') || ' ' || words) $$;

drop index journal.entry_words;
create index entry_words on journal.entry using gin (journal.entry_words(summary, body)) where actor <> 'duly';
drop index journal.document_words;
create index document_words on journal.document using gin (journal.document_words(name, words));

-- Entries whose own words, or whose document's, hold what is searched, the latest first; of the creditors given, or of
-- all where none are. What is searched is read as people write it: quotes for a phrase, - for "not", or.
create function journal.search(words text, creditors uuid[], most int)
  returns table (case_id uuid, seq int, kind text, occurred_at timestamptz, recorded_at timestamptz, actor text,
    summary text, document bytea, document_name text, excerpt text)
  language sql stable parallel safe as $$
  with query as (select websearch_to_tsquery('simple', words) as q),
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
         ts_headline('simple', l.summary || ' ' || regexp_replace(l.body, '\\[nrtbf]', ' ', 'g') || ' ' || coalesce(d.words, ''),
           query.q, 'StartSel="", StopSel="", MaxWords=30, MinWords=10')
    from latest l cross join query left join journal.document d on d.sha256 = l.document
   order by l.recorded_at desc, l.case_id, l.seq $$;
revoke execute on function journal.search from public;
grant execute on function journal.search to duly_app;

-- The same for a person who signed in: only of the creditors of their scope. Row security would keep the index from
-- being used, so the scope is applied here, in the database all the same.
create function journal.search_in_scope(words text, most int)
  returns table (case_id uuid, seq int, kind text, occurred_at timestamptz, recorded_at timestamptz, actor text,
    summary text, document bytea, document_name text, excerpt text)
  language sql stable security definer set search_path = journal, pg_temp
  as $$ select * from journal.search(words, identity.scope(), most) $$;
revoke execute on function journal.search_in_scope from public;
grant execute on function journal.search_in_scope to duly_desk;
