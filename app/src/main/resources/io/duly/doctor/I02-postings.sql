-- I2 posting-causes: A posting belongs to an invoice and to money that were there when it took effect
select 'posting ' || p.id from ledger.posting p
  left join ledger.invoice i on i.id = p.invoice_id
  left join ledger.receipt r on r.id = p.receipt_id left join ledger.credit_note c on c.id = p.credit_note_id
 where i.id is null or (p.receipt_id is not null and r.id is null) or (p.credit_note_id is not null and c.id is null)
    or p.effective_on < i.issued_on or p.effective_on < r.received_on or p.effective_on < c.issued_on

-- I2 invoice-bounds: What is allocated to an invoice lies between zero and its amount on every day
with day as (
  select invoice_id, effective_on, sum(amount) as amount from ledger.posting group by invoice_id, effective_on),
running as (
  select invoice_id, sum(amount) over (partition by invoice_id order by effective_on) as used from day),
total as (select invoice_id, max(used) as most, min(used) as least from running group by invoice_id)
select 'invoice ' || i.number || ': ' || t.least || ' to ' || t.most || ' of ' || i.gross
  from total t join ledger.invoice i on i.id = t.invoice_id where t.most > i.gross or t.least < 0

-- I2 receipt-bounds: What is allocated of a receipt lies between zero and its amount on every day
with day as (
  select receipt_id, effective_on, sum(amount) as amount from ledger.used
   where receipt_id is not null group by receipt_id, effective_on),
running as (
  select receipt_id, sum(amount) over (partition by receipt_id order by effective_on) as used from day),
total as (select receipt_id, max(used) as most, min(used) as least from running group by receipt_id)
select 'receipt ' || r.id || ': ' || t.least || ' to ' || t.most || ' of ' || r.amount
  from total t join ledger.receipt r on r.id = t.receipt_id where t.most > r.amount or t.least < 0

-- I2 credit-note-bounds: What is allocated of a credit note lies between zero and its amount on every day
with day as (
  select credit_note_id, effective_on, sum(amount) as amount from ledger.used
   where credit_note_id is not null group by credit_note_id, effective_on),
running as (
  select credit_note_id, sum(amount) over (partition by credit_note_id order by effective_on) as used from day),
total as (select credit_note_id, max(used) as most, min(used) as least from running group by credit_note_id)
select 'credit note ' || c.number || ': ' || t.least || ' to ' || t.most || ' of ' || c.amount
  from total t join ledger.credit_note c on c.id = t.credit_note_id where t.most > c.amount or t.least < 0

-- I2 reversal-mirrors: A reversal undoes exactly one posting, once
select 'posting ' || p.id from ledger.posting p left join ledger.posting r on r.id = p.reverses_id
 where p.reverses_id is not null
   and (r.id is null or r.reverses_id is not null or p.effective_on < r.effective_on
     or (p.invoice_id, p.kind, p.receipt_id, p.credit_note_id, p.amount)
        is distinct from (r.invoice_id, r.kind, r.receipt_id, r.credit_note_id, -r.amount))
union all
select 'posting ' || reverses_id from ledger.posting where reverses_id is not null group by reverses_id having count(*) > 1

-- I2 settled-on: An invoice is marked settled on the day on which its postings brought it to zero, and only then
with total as (
  select invoice_id, sum(amount) as amount, max(effective_on) as last_on from ledger.posting group by invoice_id)
select 'invoice ' || i.number || ': marked ' || coalesce(i.settled_on::text, 'open')
  from ledger.invoice i left join total t on t.invoice_id = i.id
 where i.settled_on is distinct from case when t.amount = i.gross then t.last_on end

-- I2 used-up: Receipts and credit notes are marked used up where nothing is left of them, and only then
with receipt as (select receipt_id as id, sum(amount) as amount from ledger.used where receipt_id is not null group by 1),
credit as (select credit_note_id as id, sum(amount) as amount from ledger.used where credit_note_id is not null group by 1)
select 'receipt ' || r.id from ledger.receipt r left join receipt t on t.id = r.id
 where r.used_up is distinct from (coalesce(t.amount, 0) = r.amount)
union all
select 'credit note ' || c.number from ledger.credit_note c left join credit t on t.id = c.id
 where c.used_up is distinct from (coalesce(t.amount, 0) = c.amount)

-- I2 posting-guard: The database itself refuses postings that break these sums
select 'trigger hold_invariants on ledger.posting'
 where not exists (select from pg_trigger t where t.tgrelid = 'ledger.posting'::regclass and t.tgname = 'hold_invariants'
   and t.tgenabled in ('O', 'A'))
