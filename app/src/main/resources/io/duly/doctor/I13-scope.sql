-- I13 scoped-tables: Whatever belongs to a creditor is under row security for people
with held as (
  select c.oid, c.oid::regclass::text as name, c.relrowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p')
     and n.nspname in ('journal', 'parties', 'ledger', 'intake', 'cases', 'agreements', 'correspondence', 'cycle', 'banking', 'einvoice', 'calls', 'corrections', 'webhooks', 'portal', 'hardship')
     and (c.oid in ('parties.creditor'::regclass, 'journal.document'::regclass)
       or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'creditor_id' and not a.attisdropped)))
select h.name from held h
 where not h.relrowsecurity
    or not exists (select from pg_policy p where p.polrelid = h.oid and 'duly_desk'::regrole = any (p.polroles))
    or exists (select from pg_policy p where p.polrelid = h.oid and p.polroles && array['duly_desk'::regrole::oid, 0::oid]
      and coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') = 'true')

-- I13 desk-role: The role of signed-in people is bound by row security and changes nothing itself
select rolname || ' passes by row security' from pg_roles
 where rolname in ('duly_desk', 'duly_debtor', 'duly_reader') and (rolsuper or rolbypassrls)
union all
select r.name || ' may write ' || c.oid::regclass
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['duly_desk', 'duly_debtor', 'duly_reader']) r (name)
 where c.relkind in ('r', 'p')
   and n.nspname in ('identity', 'journal', 'parties', 'ledger', 'intake', 'cases', 'agreements', 'correspondence', 'cycle', 'banking', 'einvoice', 'calls', 'corrections', 'webhooks', 'portal', 'hardship')
   and (has_table_privilege(r.name, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
     or has_any_column_privilege(r.name, c.oid, 'INSERT, UPDATE'))

-- I13 creditor-of-debtor: What is about a debtor belongs to the debtor's creditor
with held as (
  select 'contact person' as what, id::text as id, debtor_id, creditor_id from parties.contact_person
  union all select 'acceptance', id::text, debtor_id, creditor_id from parties.acceptance
  union all select 'invoice', number, debtor_id, creditor_id from ledger.invoice
  union all select 'receipt', id::text, debtor_id, creditor_id from ledger.receipt where debtor_id is not null
  union all select 'candidate of receipt', receipt_id::text, debtor_id, creditor_id from ledger.receipt_candidate
  union all select 'credit note', number, debtor_id, creditor_id from ledger.credit_note
  union all select 'case', number::text, debtor_id, creditor_id from cases.recovery_case
  union all select 'hold', id::text, debtor_id, creditor_id from cases.hold
  union all select 'dispute', id::text, debtor_id, creditor_id from cases.dispute
  union all select 'breathing space', id::text, debtor_id, creditor_id from hardship.space
  union all select 'what was told', space_id::text, debtor_id, creditor_id from hardship.telling
  union all select 'promise', id::text, debtor_id, creditor_id from agreements.promise
  union all select 'message', id::text, debtor_id, creditor_id from correspondence.message
  union all select 'contact', id::text, debtor_id, creditor_id from correspondence.contact
  union all select 'wish', id::text, debtor_id, creditor_id from correspondence.stated_wish
  union all select 'dead address', id::text, debtor_id, creditor_id from correspondence.dead_address
  union all select 'pause', id::text, debtor_id, creditor_id from correspondence.pause where debtor_id is not null
  union all select 'set aside', day::text, debtor_id, creditor_id from cycle.set_aside
  union all select 'electronic invoice', number, debtor_id, creditor_id from einvoice.e_invoice
  union all select 'call', id::text, debtor_id, creditor_id from calls.call
  union all select 'payment notice', id::text, debtor_id, creditor_id from agreements.payment_notice
  union all select 'payment link', id::text, debtor_id, creditor_id from payments.payment_link
  union all select 'invitation', id::text, debtor_id, creditor_id from portal.invitation
  union all select 'visit', 'portal', debtor_id, creditor_id from portal.visit
  union all select 'money looked into', id::text, debtor_id, creditor_id from calls.money_looked
  union all select 'number of debtor', value, debtor_id, creditor_id from einvoice.known_as where debtor_id is not null)
select h.what || ' ' || h.id from held h left join parties.debtor d on d.id = h.debtor_id
 where d.creditor_id is distinct from h.creditor_id

-- I13 creditor-of-case: What is about a case belongs to the case's creditor, and to its debtor
with held as (
  select 'journal' as what, case_id, creditor_id, null::uuid as debtor_id from journal.chain
  union all select 'entry ' || seq, case_id, creditor_id, null from journal.entry
  union all select 'reason ' || id, case_id, creditor_id, null from cases.reason
  union all select 'task ' || id, case_id, creditor_id, null from cases.task
  union all select 'step ' || step, case_id, creditor_id, null from cases.step_taken
  union all select 'checklist ' || item, case_id, creditor_id, null from cases.checklist_mark
  union all select 'decision of ' || decided_on, case_id, creditor_id, null from cycle.decision
  union all select 'hold ' || id, case_id, creditor_id, debtor_id from cases.hold where case_id is not null
  union all select 'promise ' || id, case_id, creditor_id, debtor_id from agreements.promise
  union all select 'payment notice ' || id, case_id, creditor_id, debtor_id from agreements.payment_notice
  union all select 'payment link ' || id, case_id, creditor_id, debtor_id from payments.payment_link
  union all select 'invitation ' || id, case_id, creditor_id, debtor_id from portal.invitation
  union all select 'message ' || id, case_id, creditor_id, debtor_id from correspondence.message
  union all select 'contact ' || id, case_id, creditor_id, debtor_id from correspondence.contact where case_id is not null
  union all select 'attempt ' || a.id, m.case_id, a.creditor_id, null from correspondence.attempt a join correspondence.message m on m.id = a.message_id)
select h.what || ' of case ' || c.number from held h join cases.recovery_case c on c.id = h.case_id
 where h.creditor_id <> c.creditor_id or h.debtor_id <> c.debtor_id

-- I13 creditor-of-invoice: What is about an invoice belongs to the invoice's creditor and debtor
select 'posting ' || p.id from ledger.posting p join ledger.invoice i on i.id = p.invoice_id
 where (p.creditor_id, p.debtor_id) is distinct from (i.creditor_id, i.debtor_id)
union all
select 'dispute ' || d.id from cases.dispute d join ledger.invoice i on i.id = d.invoice_id where d.debtor_id <> i.debtor_id
union all
select 'step ' || s.step || ' of invoice ' || i.number from cases.step_taken s join ledger.invoice i on i.id = s.invoice_id
  join cases.recovery_case c on c.id = s.case_id where (c.debtor_id, c.currency) is distinct from (i.debtor_id, i.currency)
union all
select 'posting ' || p.id from ledger.posting p left join ledger.receipt r on r.id = p.receipt_id
  left join ledger.credit_note c on c.id = p.credit_note_id
 where r.creditor_id <> p.creditor_id or c.creditor_id <> p.creditor_id or c.debtor_id <> p.debtor_id

-- I13 shut-out: Whoever is shut out is signed in nowhere and has no link to choose a password by
select 'session of ' || p.login from identity.person p join identity.session s on s.person_id = p.id where p.shut_out_at is not null
union all
select 'link of ' || p.login from identity.person p join identity.link l on l.person_id = p.id where p.shut_out_at is not null and l.ended_at is null

-- I13 an-administrator: Where there are administrators, one of them is not shut out
select 'all of them: ' || string_agg(login, ', ' order by login) from identity.person where role = 'administrator' having bool_and(shut_out_at is not null)

-- I13 webhook-scope: A webhook hears only of the creditors that it is for
select 'event ' || v.id from webhooks.event v join webhooks.subscription s on s.id = v.subscription_id
 where v.creditor_id is not null and s.creditors is not null and v.creditor_id <> all (s.creditors)
