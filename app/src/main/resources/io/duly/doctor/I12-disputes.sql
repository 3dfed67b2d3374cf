-- I12 dispute-answer: Where our answer to what is contested was late on the last finished day, a manager was told
select 'dispute ' || d.id || ' of invoice ' || i.number || ', due ' || d.answer_due_on
  from last_finished l cross join cases.dispute d join ledger.invoice i on i.id = d.invoice_id
  join cases.recovery_case c on c.debtor_id = d.debtor_id and c.currency = i.currency and c.stage <> 'closed'
 where d.closed_on is null and d.escalated_on is null and d.answer_due_on < l.day and d.recorded_at < l.started_at

-- I12 dispute-asked: Whoever is asked about a dispute is asked while it is open
select 'inquiry ' || q.id from cases.inquiry q join cases.dispute d on d.id = q.dispute_id
 where q.creditor_id <> d.creditor_id or q.asked_on < d.opened_on or q.asked_on > d.closed_on

-- I12 dispute-explained: What explains why it is owed is about that invoice, of a dispute that was rejected or settled
select 'dispute ' || d.id from cases.dispute d join correspondence.message m on m.id = d.explanation_id
 where m.purpose <> 'explanation' or not d.invoice_id = any (m.invoice_ids) or d.outcome is null or d.outcome not in ('rejected', 'settled')
