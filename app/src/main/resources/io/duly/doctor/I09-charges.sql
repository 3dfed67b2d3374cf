-- I9 charge-basis: Every charge names its basis, and agreed ones rest on terms that were accepted before the work
select 'charge ' || c.id from ledger.charge c
 where c.rule = '' or c.statute = '' or c.source = '' or c.computed = ''
union all
select 'charge ' || c.id from ledger.charge c join ledger.invoice i on i.id = c.invoice_id
 where c.terms_id is not null
   and not exists (select from parties.acceptance a where a.terms_id = c.terms_id and a.debtor_id = c.debtor_id
     and a.accepted_on <= least(i.delivered_on, i.issued_on))
union all
select 'charge ' || c.id from ledger.charge c where c.rule like 'TERMS-%' and c.terms_id is null

-- I9 charge-fits: A charge has the currency, creditor and debtor of its invoice, and is for days after that was due
select 'charge ' || c.id from ledger.charge c left join ledger.invoice i on i.id = c.invoice_id
 where (c.currency, c.creditor_id, c.debtor_id) is distinct from (i.currency, i.creditor_id, i.debtor_id)
    or c.from_day <= i.due_on or c.posted_on < c.to_day

-- I9 interest-overlap: No day of an invoice bears interest twice
with live as (
  select id, invoice_id, from_day, lag(to_day) over (partition by invoice_id order by from_day, to_day) as before_to
    from ledger.charge where kind = 'interest' and cancelled_on is null)
select 'charge ' || id from live where from_day <= before_to

-- I9 fixed-sum-once: A fixed sum and a late fee stand once on an invoice
select 'invoice ' || invoice_id || ', ' || kind from ledger.charge
 where kind in ('compensation', 'late_fee') and cancelled_on is null group by invoice_id, kind having count(*) > 1

-- I9 interest-simple: Interest bears interest only under a basis that says so
with line as (
  select c.id, c.invoice_id, c.compounds, l ->> 'amount' as amount, c.currency
    from ledger.charge c cross join lateral json_array_elements(c.lines::json) l where c.kind = 'interest')
select 'charge ' || l.id from line l join ledger.invoice i on i.id = l.invoice_id
 where not l.compounds and replace(l.amount, '.', '')::numeric > i.gross

-- I9 charge-bounds: What is set against a charge lies between zero and its amount on every day
with day as (
  select charge_id, effective_on, sum(amount) as amount from ledger.charge_posting group by charge_id, effective_on),
running as (
  select charge_id, sum(amount) over (partition by charge_id order by effective_on) as used from day),
total as (select charge_id, max(used) as most, min(used) as least from running group by charge_id)
select 'charge ' || c.id || ': ' || t.least || ' to ' || t.most || ' of ' || c.amount
  from total t join ledger.charge c on c.id = t.charge_id where t.most > c.amount or t.least < 0

-- I9 charge-marks: A charge is marked settled and cancelled on the days on which its postings say so, and only then
with total as (
  select charge_id, sum(amount) as amount, max(effective_on) as last_on,
      max(effective_on) filter (where kind = 'cancellation') as cancelled_on from ledger.charge_posting group by charge_id)
select 'charge ' || c.id from ledger.charge c left join total t on t.charge_id = c.id
 where c.settled_on is distinct from case when t.amount = c.amount then t.last_on end
    or c.cancelled_on is distinct from t.cancelled_on

-- I9 charge-postings: A posting on a charge has its currency, creditor and debtor, and comes after the charge and the money
select 'posting ' || p.id from ledger.charge_posting p
  left join ledger.charge c on c.id = p.charge_id
  left join ledger.receipt r on r.id = p.receipt_id left join ledger.credit_note n on n.id = p.credit_note_id
 where (p.currency, p.creditor_id, p.debtor_id) is distinct from (c.currency, c.creditor_id, c.debtor_id)
    or (p.receipt_id is not null and (r.id is null or (p.currency, p.creditor_id) is distinct from (r.currency, r.creditor_id)))
    or (p.credit_note_id is not null and (n.id is null or (p.currency, p.creditor_id, p.debtor_id) is distinct from (n.currency, n.creditor_id, n.debtor_id)))
    or p.effective_on < c.posted_on or p.effective_on < r.received_on or p.effective_on < n.issued_on

-- I9 charge-reversals: A reversal undoes exactly one posting on a charge, once, and never a cancellation
select 'posting ' || p.id from ledger.charge_posting p left join ledger.charge_posting r on r.id = p.reverses_id
 where p.reverses_id is not null
   and (r.id is null or r.reverses_id is not null or r.kind = 'cancellation' or p.effective_on < r.effective_on
     or (p.charge_id, p.kind, p.receipt_id, p.credit_note_id, p.amount)
        is distinct from (r.charge_id, r.kind, r.receipt_id, r.credit_note_id, -r.amount))
union all
select 'posting ' || reverses_id from ledger.charge_posting where reverses_id is not null group by reverses_id having count(*) > 1

-- I9 charge-guard: The database itself refuses charges and postings that break these rules
select 'trigger ' || name || ' on ' || tab
  from (values ('hold_charge', 'ledger.charge'), ('hold_charge_balances', 'ledger.charge_posting')) g (name, tab)
 where not exists (select from pg_trigger t where t.tgrelid = tab::regclass and t.tgname = name and t.tgenabled in ('O', 'A'))
union all
select name || ' on ledger.charge' from unnest(array['interest_once', 'fixed_charge_once']) name
 where not exists (select from pg_index x where x.indrelid = 'ledger.charge'::regclass and x.indexrelid::regclass::text like '%' || name
   and x.indisvalid)
