-- I14 append-only-trigger: Tables that only grow refuse every change, whoever asks
select name from unnest(array['identity.sign_in', 'identity.change', 'journal.entry', 'journal.document', 'journal.document_scope', 'parties.terms',
    'parties.acceptance', 'parties.terms_figures', 'ledger.posting', 'ledger.charge_posting', 'ledger.recovery_evidence',
    'cases.step_taken', 'correspondence.contact', 'correspondence.contact_outcome', 'correspondence.attempt', 'correspondence.attempt_end',
    'correspondence.message_text', 'cycle.decision', 'intake.reading', 'intake.mending', 'einvoice.e_invoice', 'einvoice.line',
    'einvoice.discount', 'einvoice.attachment', 'einvoice.lookalike',
    'correspondence.template_version', 'correspondence.branding', 'correspondence.pay_to']) name
 where not exists (select from pg_trigger t where t.tgrelid = name::regclass and t.tgname = 'append_only' and t.tgenabled in ('O', 'A'))

-- I14 append-only-grants: The application has no right to change or remove what only grows
select r.name || ' on ' || t.name
  from unnest(array['identity.sign_in', 'identity.change', 'journal.entry', 'journal.document', 'journal.document_scope', 'parties.terms',
    'parties.acceptance', 'parties.terms_figures', 'ledger.posting', 'ledger.charge', 'ledger.charge_posting', 'ledger.recovery_evidence',
    'ledger.invoice', 'ledger.receipt', 'ledger.credit_note', 'cases.step_taken',
    'correspondence.contact', 'correspondence.contact_outcome', 'correspondence.attempt', 'correspondence.attempt_end',
    'correspondence.message_text', 'cycle.decision', 'intake.reading', 'intake.mending', 'einvoice.e_invoice', 'einvoice.line',
    'einvoice.discount', 'einvoice.attachment', 'einvoice.lookalike',
    'correspondence.template_version', 'correspondence.branding', 'correspondence.pay_to']) t (name), unnest(array['duly_app', 'duly_desk', 'duly_reader']) r (name)
 where has_table_privilege(r.name, t.name, 'UPDATE, DELETE, TRUNCATE') or has_any_column_privilege(r.name, t.name, 'UPDATE')
union all
select 'duly_app may delete from ' || name
  from unnest(array['journal.chain', 'parties.creditor', 'parties.debtor', 'parties.contact_person', 'cases.recovery_case',
    'cases.hold', 'cases.dispute', 'cases.reason', 'cases.task', 'agreements.promise', 'correspondence.message',
    'correspondence.stated_wish', 'correspondence.dead_address', 'correspondence.pause']) name
 where has_table_privilege('duly_app', name, 'DELETE, TRUNCATE')
union all
select 'duly_app may rewrite ' || a.attname || ' of a wish' from pg_attribute a
 where a.attrelid = 'correspondence.stated_wish'::regclass and a.attnum > 0 and not a.attisdropped
   and a.attname not in ('taken_back_at', 'taken_back_by', 'taken_back_why')
   and has_column_privilege('duly_app', a.attrelid, a.attnum, 'UPDATE')

-- I14 actors-known: Whatever was done was done by the system, a file, a command, a debtor at the portal, or a person whom Duly knows
with done as (
  select distinct actor, 'journal' as place from journal.entry
  union select distinct actor, 'posting' from ledger.posting
  union select distinct placed_by, 'hold' from cases.hold
  union select distinct lifted_by, 'hold' from cases.hold where lifted_by is not null
  union select distinct recorded_by, 'dispute' from cases.dispute
  union select distinct recorded_by, 'reason' from cases.reason
  union select distinct recorded_by, 'wish' from correspondence.stated_wish
  union select distinct recorded_by, 'outcome of a contact' from correspondence.contact_outcome
  union select distinct recorded_by, 'promise' from agreements.promise
  union select distinct marked_by, 'checklist' from cases.checklist_mark
  union select distinct done_by, 'task' from cases.task where done_by is not null)
select d.place || ': ' || d.actor from done d
 where d.actor not in ('duly', 'debtor:portal') and d.actor !~ '^(file|shell):.'
   and not exists (select from identity.person p where d.actor = 'person:' || p.login)

-- I14 mended-rows: A row that was set aside and no longer is says who mended or discarded it, and no other row does
select 'line ' || q.line || ' of ' || f.name from intake.quarantine q join intake.file f on f.id = q.file_id
 where (q.mended_at is not null) <> exists (select from intake.mending m where m.quarantine_id = q.id and m.outcome in ('taken', 'known'))
    or (q.discarded_at is not null) <> exists (select from intake.mending m where m.quarantine_id = q.id and m.outcome = 'discarded')

-- I14 wording-versions: A creditor's own templates and its branding count their versions from 1 without a gap
select 'template ' || kind || ' in ' || language || ' of ' || creditor_id from correspondence.template_version
 group by creditor_id, kind, language having max(version) <> count(*)
union all
select 'branding of ' || creditor_id from correspondence.branding group by creditor_id having max(version) <> count(*)

-- I14 logo-kept: The logo of every branding is in the archive, where those who may see the creditor may see it
select 'branding ' || b.id from correspondence.branding b
 where b.logo is not null
   and not exists (select from journal.document_scope s where s.sha256 = b.logo and s.creditor_id = b.creditor_id)
