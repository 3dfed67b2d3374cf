-- Row security would keep the index from being used, for the operators of text search may tell of rows they look at. The
-- search therefore runs with the owner's rights and applies the scope itself, in the database all the same.

-- Debtors by name, other spellings, the creditor's number or e-mail; the closest first.
create index debtor_aliases on parties.debtor using gin (also_known_as) where also_known_as <> '{}';
create index debtor_external_id on parties.debtor (external_id);
create index debtor_email on parties.debtor (lower(email)) where email is not null;

create function parties.search_in_scope(words text, most int)
  returns table (debtor_id uuid, nearness real)
  language sql stable security definer set search_path = parties, ext, pg_temp set pg_trgm.word_similarity_threshold = 0.45 as $$
  with pattern as (
    select '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%' as anywhere),
  named as (
    select d.id, d.name from debtor d, pattern
     where length(words) >= 3 and d.name ilike pattern.anywhere and d.creditor_id = any ((select identity.scope())::uuid[]) limit 500),
  resembling as (
    select d.id, d.name from debtor d
     where length(words) >= 4 and not exists (select from named) and d.name %> words
       and d.creditor_id = any ((select identity.scope())::uuid[]) limit 500),
  known as (
    select d.id, d.creditor_id from debtor d where d.external_id = words
    union all select d.id, d.creditor_id from debtor d where d.email is not null and lower(d.email) = lower(words)
    union all select d.id, d.creditor_id from debtor d
     where d.also_known_as <> '{}' and d.also_known_as @> array[words])
  select found.id, max(found.nearness) as nearness
    from (select id, 2.0::real as nearness from known where creditor_id = any ((select identity.scope())::uuid[])
          union all select id, word_similarity(words, name) + similarity(words, name) from named
          union all select id, word_similarity(words, name) from resembling) found
   group by found.id order by nearness desc, found.id limit most $$;
revoke execute on function parties.search_in_scope from public;
grant execute on function parties.search_in_scope to duly_desk;

-- Invoices by number: all of it or its beginning, by the index that keeps it unique; or its end, without the letters and
-- zeros before. Where the database does not sort by code point the beginning may find fewer, all of it and the end do not.
create index invoice_number_from_behind on ledger.invoice (reverse(number) text_pattern_ops);

create function ledger.search_in_scope(words text, most int)
  returns table (invoice_id uuid, whole boolean)
  language sql stable security definer set search_path = ledger, pg_temp as $$
  select found.id, bool_or(found.number = words) as whole
    from (select i.id, i.number
            from unnest(identity.scope()) as of_creditor (id) cross join lateral (
              select id, number from invoice
               where creditor_id = of_creditor.id and number >= words and number < (words || chr(1114111))
                 and starts_with(number, words) and length(words) >= 2
               order by number limit most) i
          union all
          select i.id, i.number
            from (select id, number from invoice
                   where reverse(number) ~>=~ reverse(words) and reverse(number) ~<~ (reverse(words) || chr(1114111))
                     and length(words) >= 3 and creditor_id = any ((select identity.scope())::uuid[])
                   limit most) i) found
   group by found.id order by whole desc, found.id limit most $$;
revoke execute on function ledger.search_in_scope from public;
grant execute on function ledger.search_in_scope to duly_desk;
