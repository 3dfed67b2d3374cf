-- I6 step-twice: An invoice takes a step once
select 'invoice ' || invoice_id || ', step ' || step from cases.step_taken group by invoice_id, step having count(*) > 1

-- I6 steps-bunched: An invoice takes one step a day at most
select 'invoice ' || invoice_id || ' on ' || taken_on from cases.step_taken
 group by invoice_id, taken_on having count(distinct step) > 1

-- I6 step-settled: No step is taken for an invoice that was settled by that day, as far as was known
with paid as (
  select s.invoice_id, s.step, sum(p.amount) as amount from cases.step_taken s join ledger.posting p on p.invoice_id = s.invoice_id
   where p.effective_on <= s.taken_on and p.recorded_at < s.taken_at group by s.invoice_id, s.step)
select 'invoice ' || i.number || ', step ' || p.step from paid p join ledger.invoice i on i.id = p.invoice_id
 where p.amount >= i.gross

-- I6 message-steps: Each invoice that a demand of the ladder names takes a step on its day; what a person wrote by hand is none of the ladder's
with line as (
  select m.id, m.case_id, m.planned_on, l.invoice_id from correspondence.message m, unnest(m.invoice_ids) l (invoice_id)
   where m.purpose = 'demand' and not (m.step = 'own-words' and exists (select from correspondence.own_words o where o.message_id = m.id)))
select 'message ' || l.id || ', invoice ' || l.invoice_id from line l
  left join cases.step_taken s on s.invoice_id = l.invoice_id and s.taken_on = l.planned_on and s.case_id = l.case_id
 where s.invoice_id is null

-- I6 message-decision: Every demand follows from a decision of its day, or was written by hand
with sends as (
  select case_id, decided_on, count(*) as decisions from cycle.decision where action = 'send' group by case_id, decided_on),
messages as (
  select m.case_id, m.planned_on, count(*) as messages from correspondence.message m
   where m.purpose = 'demand' and not (m.step = 'own-words' and exists (select from correspondence.own_words o where o.message_id = m.id))
   group by m.case_id, m.planned_on)
select 'case ' || m.case_id || ' on ' || m.planned_on from messages m
  left join sends s on s.case_id = m.case_id and s.decided_on = m.planned_on
 where m.messages > coalesce(s.decisions, 0)

-- I6 decision-numbers: The decisions of a case on a day are numbered without a gap, each once
select 'case ' || case_id || ' on ' || decided_on from cycle.decision
 group by case_id, decided_on having count(*) <> max(nth) + 1 or count(*) <> count(distinct nth) or min(nth) <> 0

-- I6 step-guard: The database itself refuses a step that was taken before
select 'primary key of cases.step_taken' where not exists (
  select from pg_index where indrelid = 'cases.step_taken'::regclass and indisprimary and indisvalid)
