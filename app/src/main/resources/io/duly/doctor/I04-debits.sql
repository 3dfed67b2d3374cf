-- I4 debit-file: A file of direct debits adds up to what is in it, and counts as a whole or not at all
select 'file ' || f.id from debits.file f, lateral (select coalesce(sum(c.amount), 0) as total, count(*) as collections from debits.collection c where c.file_id = f.id) it
 where f.total <> it.total or f.collections <> it.collections
    or exists (select from debits.collection c where c.file_id = f.id and c.withdrawn <> (f.withdrawn_on is not null))

-- I4 debit-once: No instalment is collected twice, none for more than it is, and each by a mandate of its debtor
select 'collection ' || c.id from debits.collection c join agreements.instalment i on i.plan_id = c.plan_id and i.nth = c.nth join agreements.plan p on p.id = c.plan_id
       join agreements.mandate m on m.id = c.mandate_id
 where not c.withdrawn and (c.amount > i.amount or m.debtor_id <> c.debtor_id or p.debtor_id <> c.debtor_id or p.case_id <> c.case_id
   or exists (select from debits.collection o where o.plan_id = c.plan_id and o.nth = c.nth and o.id <> c.id and not o.withdrawn))

-- I8 debit-entry: Whatever a bank was asked to collect is in the journal of its case
select 'collection ' || c.id from debits.collection c
 where not exists (select from journal.entry e where e.case_id = c.case_id and e.kind = 'debit-ordered' and strpos(e.body, c.end_to_end) > 0)
