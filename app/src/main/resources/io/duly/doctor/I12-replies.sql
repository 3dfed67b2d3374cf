-- I12 reply-held: Whoever wrote to us is held until a person has read it, and a person is asked to
select 'reply ' || r.id || ' has no hold in force' from correspondence.reply r left join cases.hold h on h.id = r.hold_id
 where r.state = 'waiting' and (h.id is null or h.kind <> 'reply' or h.lifted_on is not null or h.until is not null or h.case_id is not null
   or h.debtor_id <> r.debtor_id)
union all
select 'reply ' || r.id || ' has no task' from correspondence.reply r
 where r.state = 'waiting' and exists (select from cases.recovery_case c where c.debtor_id = r.debtor_id and c.stage <> 'closed'
     and not exists (select from cases.hold h where h.id = r.hold_id and h.since < c.opened_on))
   and not exists (select from cases.task t join cases.recovery_case c on c.id = t.case_id
     where c.debtor_id = r.debtor_id and t.kind = 'reply' and t.done_on is null)

-- I12 reply-read: Nothing is held for a reply that was read
select 'hold ' || h.id from cases.hold h where h.kind = 'reply' and h.lifted_on is null
   and not exists (select from correspondence.reply r where r.hold_id = h.id and r.state = 'waiting')
union all
select 'task ' || t.id from cases.task t join cases.recovery_case c on c.id = t.case_id
 where t.kind = 'reply' and t.done_on is null and t.why like 'read the reply%'
   and not exists (select from correspondence.reply r where r.debtor_id = c.debtor_id and r.state = 'waiting')

-- I4 reply-copy: Of every message that came the bytes are kept, with its files, for those who see it
select 'reply ' || r.id from correspondence.reply r
 where not exists (select from journal.document d join journal.document_scope s on s.sha256 = d.sha256 and s.creditor_id = r.scope_id where d.sha256 = r.document)
union all
select 'file ' || a.nth || ' of reply ' || a.reply_id from correspondence.reply_attachment a join correspondence.reply r on r.id = a.reply_id
 where not exists (select from journal.document_scope s where s.sha256 = a.document and s.creditor_id = r.scope_id)

-- I12 reply-wish: Who asked to be left alone is, until a person has said otherwise
select 'reply ' || r.id from correspondence.reply r
 where r.creditor_id is not null and exists (select from correspondence.reply_suggestion s where s.reply_id = r.id and s.sort = 'wish')
   and not exists (select from correspondence.reply_wish w join correspondence.stated_wish v on v.id = w.wish_id
     where w.reply_id = r.id and v.debtor_id = r.debtor_id and (r.state = 'settled' or v.taken_back_at is null))

-- I8 reply-entry: The journal has every reply, and what was read in it
select 'reply ' || r.id from correspondence.reply r
 where r.case_id is not null and r.kind <> 'delivery_report'
   and not exists (select from journal.entry e where e.case_id = r.case_id and e.kind in ('reply-received', 'automatic-answer')
     and e.document = r.document and e.body like '%' || r.id || '%')
union all
select 'what was read in reply ' || r.id from correspondence.reply r
 where r.case_id is not null and r.state = 'settled'
   and not exists (select from journal.entry e where e.case_id = r.case_id and e.kind = 'reply-settled' and e.body like '%' || r.id || '%')

-- I13 reply-of-creditor: A reply belongs to the creditor and the debtor of its case
select 'reply ' || r.id from correspondence.reply r join cases.recovery_case c on c.id = r.case_id
 where (r.creditor_id, r.debtor_id) is distinct from (c.creditor_id, c.debtor_id)
