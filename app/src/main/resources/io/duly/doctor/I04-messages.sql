-- I4 message-lines: A message names only invoices of its own case, each once, issued before, and a demand asks for more than nothing
with line as (
  select m.id, m.case_id, m.planned_on, m.purpose, l.invoice_id, l.amount
    from correspondence.message m, unnest(m.invoice_ids, m.amounts) l (invoice_id, amount))
select 'message ' || l.id || ' names ' || coalesce(i.number, l.invoice_id::text)
  from line l join cases.recovery_case c on c.id = l.case_id left join ledger.invoice i on i.id = l.invoice_id
 where i.id is null or (i.debtor_id, i.creditor_id, i.currency) is distinct from (c.debtor_id, c.creditor_id, c.currency)
    or i.issued_on > l.planned_on or (l.amount <= 0 and l.purpose = 'demand')
union all
select 'message ' || m.id || ' names an invoice twice' from correspondence.message m
 where cardinality(m.invoice_ids) > 1 and cardinality(m.invoice_ids) <> (select count(distinct named) from unnest(m.invoice_ids) named)

-- I4 message-settled: No demand names an invoice that was settled by its day, as far as was known when it was drafted
with line as (
  select m.id, m.planned_on, m.drafted_at, l.invoice_id
    from correspondence.message m, unnest(m.invoice_ids) l (invoice_id) where m.state <> 'withdrawn' and m.purpose = 'demand'),
paid as (
  select l.id, l.invoice_id, sum(p.amount) as amount from line l join ledger.posting p on p.invoice_id = l.invoice_id
   where p.effective_on <= l.planned_on and p.recorded_at < l.drafted_at group by l.id, l.invoice_id)
select 'message ' || p.id || ' names invoice ' || i.number from paid p join ledger.invoice i on i.id = p.invoice_id
 where p.amount >= i.gross

-- I4 message-asks: No message asks for more than was open and undisputed on its day
with line as (
  select m.id, m.planned_on, m.drafted_at, m.state, l.invoice_id, l.asked
    from correspondence.message m, unnest(m.invoice_ids, m.amounts) l (invoice_id, asked) where m.state <> 'withdrawn'),
paid as (
  select l.id, l.invoice_id, sum(p.amount) as amount from line l join ledger.posting p on p.invoice_id = l.invoice_id
   where p.effective_on <= l.planned_on and p.recorded_at < l.drafted_at group by l.id, l.invoice_id),
contested as (
  select l.id, l.invoice_id, sum(d.amount) as amount from line l join cases.dispute d on d.invoice_id = l.invoice_id
   where (d.opened_on < l.planned_on or (d.opened_on = l.planned_on and l.state = 'checked'))
     and (d.closed_on is null or d.closed_on > l.planned_on) group by l.id, l.invoice_id)
select 'message ' || l.id || ' asks ' || l.asked || ' for invoice ' || i.number
  from line l join ledger.invoice i on i.id = l.invoice_id
  left join paid p on p.id = l.id and p.invoice_id = l.invoice_id
  left join contested d on d.id = l.id and d.invoice_id = l.invoice_id
 where i.gross > coalesce(p.amount, 0) and l.asked > i.gross - coalesce(p.amount, 0) - coalesce(d.amount, 0)

-- I4 message-unallocated: No demand was drafted while money that is, or could be, the debtor's lay unallocated
with money as (
  select r.id, r.debtor_id, r.currency, r.amount, r.received_on, r.recorded_at from ledger.receipt r where r.debtor_id is not null
  union all
  select r.id, c.debtor_id, r.currency, r.amount, r.received_on, r.recorded_at
    from ledger.receipt_candidate c join ledger.receipt r on r.id = c.receipt_id where r.debtor_id is null
  union all
  select n.id, n.debtor_id, n.currency, n.amount, n.issued_on, n.recorded_at from ledger.credit_note n),
lying as (
  select m.id as message_id, r.id, r.amount from correspondence.message m
    join money r on r.debtor_id = m.debtor_id and r.currency = m.currency
     and r.received_on <= m.planned_on and r.recorded_at < m.drafted_at
   where m.state <> 'withdrawn' and m.purpose = 'demand'),
used as (
  select l.message_id, l.id, sum(p.amount) as amount from lying l
    join correspondence.message m on m.id = l.message_id join ledger.used p on coalesce(p.receipt_id, p.credit_note_id) = l.id
   where p.recorded_at < m.drafted_at group by l.message_id, l.id)
select 'message ' || l.message_id || ', receipt or credit note ' || l.id from lying l left join used u on u.message_id = l.message_id and u.id = l.id
 where l.amount > coalesce(u.amount, 0)

-- I4 message-promise: No demand was drafted while a promise of the case ran
with running as (
  select m.id as message_id, m.planned_on, p.id, p.debtor_id, p.currency, p.amount, p.made_on
    from correspondence.message m join agreements.promise p on p.case_id = m.case_id
   where m.state <> 'withdrawn' and m.purpose = 'demand' and (p.made_on < m.planned_on or (p.made_on = m.planned_on and m.state = 'checked'))
     and p.due_on >= m.planned_on and (p.judged_on is null or p.judged_on > m.planned_on)
     and (p.plan_id is null or exists (select from agreements.plan_line l where l.plan_id = p.plan_id and l.invoice_id = any (m.invoice_ids)))),
received as (
  select r.message_id, r.id, sum(p.amount) as amount from running r
    join (select debtor_id, currency, effective_on, amount from ledger.posting where kind = 'receipt'
          union all select debtor_id, currency, effective_on, amount from ledger.charge_posting where kind = 'receipt') p
      on p.debtor_id = r.debtor_id and p.currency = r.currency and p.effective_on between r.made_on and r.planned_on group by r.message_id, r.id)
select 'message ' || r.message_id || ', promise ' || r.id from running r left join received n using (message_id, id)
 where r.amount > coalesce(n.amount, 0)

-- I4 message-refused: No draft waits that would go a way the debtor refused
with person as (
  select p.debtor_id, n.channel, n.channel = any (p.refused_channels) as refused,
         p.right_party <> 'wrong' and n.channel <> all (p.refused_channels)
         and case n.channel when 'email' then p.email is not null when 'letter' then p.postal_address is not null
             else p.phone is not null end as open
    from parties.contact_person p, unnest(array['email', 'sms', 'letter']) n (channel))
select 'message ' || m.id || ' by ' || m.channel from correspondence.message m
 where m.state = 'checked'
   and exists (select from person p where p.debtor_id = m.debtor_id and p.channel = m.channel and p.refused)
   and not exists (select from person p where p.debtor_id = m.debtor_id and p.channel = m.channel and p.open)
