-- Numbers as they are typed with one slip of the pen: another digit, two signs the wrong way round, one too many or one too few;
-- and with or without the blank or the line between letters and digits.
create function ledger.slips(words text) returns setof text language sql immutable parallel safe as $$
  with typed as (select upper(words) as w, length(words) as n),
  digits as (select d::text as d from generate_series(0, 9) d)
  select distinct s from (
    select replace(w, ' ', '-') from typed union all select replace(w, ' ', '') from typed union all select replace(w, '-', '') from typed
    union all select regexp_replace(w, '([A-Z])[ -]?(\d)', '\1-\2') from typed union all select regexp_replace(w, '([A-Z])[ -]?(\d)', '\1 \2') from typed
    union all
    select overlay(w placing d from i for 1) from typed, generate_series(1, n) i, digits where substr(w, i, 1) ~ '\d'
    union all
    select overlay(w placing substr(w, i + 1, 1) || substr(w, i, 1) from i for 2) from typed, generate_series(1, n - 1) i
    union all
    select overlay(w placing '' from i for 1) from typed, generate_series(1, n) i
    union all
    select overlay(w placing d from i + 1 for 0) from typed, generate_series(1, n) i, digits where substr(w, i, 1) ~ '\d' or substr(w, i + 1, 1) ~ '\d') all_slips (s)
   where s <> '' $$;

-- By its number, whatever the case of its letters; only where none is found, with one slip. That is looked up number by number in the
-- index that keeps numbers unique, so it is not done for more than fifty creditors at once.
create or replace function ledger.search_in_scope(words text, most int)
  returns table (invoice_id uuid, whole boolean)
  language sql stable security definer set search_path = ledger, pg_temp set enable_seqscan = off as $$
  with spelled as (select distinct w from unnest(array[words, upper(words)]) w),
  plain as (
    select i.id, i.number, i.number = spelled.w as whole
      from spelled cross join unnest(identity.scope()) as of_creditor (id) cross join lateral (
        select id, number from invoice
         where creditor_id = of_creditor.id and number >= spelled.w and number < (spelled.w || chr(1114111))
           and starts_with(number, spelled.w) and length(spelled.w) >= 2
         order by number limit most) i
    union all
    select i.id, i.number, i.number = spelled.w
      from spelled cross join lateral (
        select id, number from invoice
         where right(number, 4) = right(spelled.w, 4) and right(number, length(spelled.w)) = spelled.w
           and length(spelled.w) >= 4 and creditor_id = any ((select identity.scope())::uuid[])
         limit most) i),
  slipped as (
    select i.id, i.number, false as whole
      from unnest(case when length(words) between 4 and 24 and words ~ '\d' and cardinality(identity.scope()) <= 50 and not exists (select from plain)
             then identity.scope() else '{}' end) as of_creditor (id)
      cross join slips(words) as slip (number) join invoice i on i.creditor_id = of_creditor.id and i.number = slip.number)
  select found.id, bool_or(found.whole) as whole from (select * from plain union all select * from slipped) found
   group by found.id order by whole desc, found.id limit most $$;
alter function ledger.search_in_scope(text, int) rows 20;

-- Words as people type them, the beginnings of longer ones too: "pallet" finds "pallets".
create function journal.asked(words text) returns tsquery language sql immutable parallel safe as $$
  select websearch_to_tsquery('simple', words)
      || case when words ~ '^[[:alnum:] ]*[[:alnum:]]{4}[[:alnum:] ]*$'
           then to_tsquery('simple', (select string_agg(case when length(w) >= 4 then w || ':*' else w end, ' & ') from regexp_split_to_table(btrim(words), ' +') w))
           else ''::tsquery end $$;

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
         ts_headline('simple', l.summary || ' ' || regexp_replace(l.body, '\\[nrtbf]', ' ', 'g') || ' ' || coalesce(d.words, ''),
           query.q, 'StartSel="", StopSel="", MaxWords=30, MinWords=10')
    from latest l cross join query left join journal.document d on d.sha256 = l.document
   order by l.recorded_at desc, l.case_id, l.seq $$;

-- What the house wrote is not found by a client.
create or replace function journal.search_in_scope(words text, most int)
  returns table (case_id uuid, seq int, kind text, occurred_at timestamptz, recorded_at timestamptz, actor text,
    summary text, document bytea, document_name text, excerpt text)
  language sql stable security definer set search_path = journal, pg_temp
  as $$ select * from journal.search(words, case when identity.of_the_house() then identity.scope() else '{}' end, most) $$;

-- Documents by what is in them, and by their names with slips of the pen; the nearest first. Those of the house only.
create index document_name_resembling on journal.document using gin (name ext.gin_trgm_ops);
create function journal.documents_in_scope(words text, most int)
  returns table (case_id uuid, seq int, occurred_at timestamptz, document_name text, excerpt text, nearness real)
  language sql stable rows 20 security definer set search_path = journal, ext, pg_temp set pg_trgm.word_similarity_threshold = 0.5 set enable_seqscan = off as $$
  with query as (select asked(documents_in_scope.words) as q),
  seen as (select case when identity.of_the_house() then identity.scope() else '{}' end as creditors),
  hit as (
    (select d.sha256, (2 + ts_rank(document_words(d.name, d.words), query.q))::real as nearness from query, document d
      where document_words(d.name, d.words) @@ query.q
        and exists (select from document_scope s where s.sha256 = d.sha256 and s.creditor_id = any ((select creditors from seen)::uuid[])) limit 300)
    union all
    -- the parameter is named in full, for a document has words too
    (select d.sha256, word_similarity(documents_in_scope.words, d.name) from document d
      where length(documents_in_scope.words) >= 4 and d.name %> documents_in_scope.words
        and exists (select from document_scope s where s.sha256 = d.sha256 and s.creditor_id = any ((select creditors from seen)::uuid[])) limit 300)),
  best as (select sha256, max(hit.nearness) as nearness from hit group by sha256),
  named as (
    select e.case_id, e.seq, e.occurred_at, e.document, best.nearness, row_number() over (partition by e.document, e.case_id order by e.seq) as nth
      from best join entry e on e.document = best.sha256 and e.creditor_id = any ((select creditors from seen)::uuid[])),
  latest as (select * from named where nth = 1 order by named.nearness desc, named.occurred_at desc, named.case_id, named.seq limit most)
  select l.case_id, l.seq, l.occurred_at, d.name,
         ts_headline('simple', left(d.words, 20000), query.q, 'StartSel="", StopSel="", MaxWords=30, MinWords=10'), l.nearness
    from latest l cross join query join document d on d.sha256 = l.document
   order by l.nearness desc, l.occurred_at desc, l.case_id, l.seq $$;
revoke execute on function journal.documents_in_scope from public;
grant execute on function journal.documents_in_scope to duly_desk;
