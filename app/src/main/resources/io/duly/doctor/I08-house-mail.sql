-- I8 house-mail-line: What an account manager is told is a line of the journal, of the same kind and creditor
select 'house mail ' || h.id from correspondence.house_mail h left join journal.entry e on e.case_id = h.case_id and e.seq = h.seq
 where e.case_id is null or e.kind <> h.kind or e.creditor_id <> h.creditor_id

-- I8 house-mail-told: What left for an account manager is in the journal, with its copy
select 'house mail ' || h.id from correspondence.house_mail h
 where h.state = 'sent' and not exists (
   select from journal.entry e where e.case_id = h.case_id and e.kind = 'account-manager-told' and e.document is not null and e.recorded_at >= h.made_at)
