-- I5 next-action: Every open case has a next action, its day, a reason and a day on which it is looked at
select 'case ' || number from cases.recovery_case
 where stage <> 'closed' and (next_action is null or next_action_on is null or review_on is null or because is null)

-- I5 review-past: No open case was to be looked at by the last finished day and was not
select 'case ' || c.number || ': ' || c.review_on from cases.recovery_case c, last_finished l
 where c.stage <> 'closed' and c.review_on <= l.day
   and not exists (select from cycle.set_aside s
     where s.debtor_id = c.debtor_id and s.currency = c.currency and s.resolved_on is null)

-- I5 overdue-without-case: Every invoice that was open and overdue when the last day was run is in an open case
with late as (
  select i.id, i.number, i.debtor_id, i.currency, i.gross, l.day, l.started_at from ledger.invoice i, last_finished l
   where i.due_on < l.day and i.issued_on <= l.day and i.recorded_at < l.started_at
     and not exists (select from cases.recovery_case c
       where c.debtor_id = i.debtor_id and c.currency = i.currency and c.stage <> 'closed')
     and not exists (select from cycle.set_aside s
       where s.debtor_id = i.debtor_id and s.currency = i.currency and s.resolved_on is null)),
paid as (
  select n.id, sum(p.amount) filter (where p.effective_on <= n.day) as amount, max(p.recorded_at) as last_at
    from late n join ledger.posting p on p.invoice_id = n.id group by n.id)
select 'invoice ' || n.number from late n left join paid p on p.id = n.id
 where n.gross > coalesce(p.amount, 0) and coalesce(p.last_at < n.started_at, true)

-- I5 nothing-open: No case stays open when nothing of it was open on the day it was decided last
with decided as (
  select c.id, c.number, c.debtor_id, c.currency, max(n.decided_on) as day
    from cases.recovery_case c join cycle.decision n on n.case_id = c.id
   where c.stage <> 'closed' and not c.touched
     and not exists (select from cycle.set_aside s
       where s.debtor_id = c.debtor_id and s.currency = c.currency and s.resolved_on is null)
   group by c.id),
paid as (
  select d.id, p.invoice_id, sum(p.amount) as amount from decided d
    join ledger.posting p on p.debtor_id = d.debtor_id and p.currency = d.currency and p.effective_on <= d.day
   group by d.id, p.invoice_id)
select 'case ' || d.number from decided d
 where not exists (select from ledger.invoice i left join paid p on p.id = d.id and p.invoice_id = i.id
   where i.debtor_id = d.debtor_id and i.currency = d.currency and i.issued_on <= d.day and i.gross > coalesce(p.amount, 0))

-- I5 closed-is-done: A closed case leaves no open task and no demand that waits
select 'task ' || t.id from cases.task t join cases.recovery_case c on c.id = t.case_id
 where c.stage = 'closed' and t.done_on is null
union all
select 'message ' || m.id from correspondence.message m join cases.recovery_case c on c.id = m.case_id
 where c.stage = 'closed' and m.state = 'checked' and m.purpose = 'demand'

-- I5 one-open-case: A debtor has one open case in a currency at most
select 'debtor ' || debtor_id || ' in ' || currency from cases.recovery_case
 where stage <> 'closed' group by debtor_id, currency having count(*) > 1

-- I5 case-guard: The database itself refuses an open case without a next action, and a second open case
select 'constraint open_case_has_next_action' where not exists (
  select from pg_constraint where conrelid = 'cases.recovery_case'::regclass and conname = 'open_case_has_next_action' and convalidated)
union all
select 'index cases.one_open_case' where not exists (
  select from pg_index where indexrelid = to_regclass('cases.one_open_case') and indisunique and indisvalid)

-- I5 wake-guard: Whatever changes in the ledger wakes the open case it belongs to
select 'trigger wake_case on ' || name from unnest(array['ledger.posting', 'ledger.invoice', 'ledger.receipt', 'ledger.receipt_candidate', 'ledger.credit_note', 'ledger.charge_posting']) name
 where not exists (select from pg_trigger t where t.tgrelid = name::regclass and t.tgname = 'wake_case' and t.tgenabled in ('O', 'A'))
