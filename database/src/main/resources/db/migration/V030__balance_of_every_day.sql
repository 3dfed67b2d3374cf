-- Invariant 2 for every day, not only for the latest: what is open on an invoice lies between zero and gross as of any
-- day, and no receipt or credit note is used beyond its amount as of any day. Each refusal carries the name of what it
-- protects as its constraint, so that callers can say it in a sentence.
create or replace function ledger.hold_invariants() returns trigger language plpgsql security definer
  set search_path = ledger, pg_temp as $$
declare
  bad text;
begin
  perform from invoice where id in (select invoice_id from added) order by id for no key update;
  perform from receipt where id in (select receipt_id from added) order by id for no key update;
  perform from credit_note where id in (select credit_note_id from added) order by id for no key update;

  select i.number into bad from added a join invoice i on i.id = a.invoice_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (i.currency, i.creditor_id, i.debtor_id) limit 1;
  if found then
    raise exception 'posting differs from invoice % in currency, creditor or debtor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_invoice', detail = bad;
  end if;
  select r.id into bad from added a join receipt r on r.id = a.receipt_id
   where (a.currency, a.creditor_id) is distinct from (r.currency, r.creditor_id) limit 1;
  if found then
    raise exception 'posting differs from receipt % in currency or creditor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_receipt', detail = bad;
  end if;
  select c.number into bad from added a join credit_note c on c.id = a.credit_note_id
   where (a.currency, a.creditor_id, a.debtor_id) is distinct from (c.currency, c.creditor_id, c.debtor_id) limit 1;
  if found then
    raise exception 'posting differs from credit note % in currency, creditor or debtor', bad
      using errcode = 'check_violation', constraint = 'posting_fits_credit_note', detail = bad;
  end if;
  select i.number into bad from added a join invoice i on i.id = a.invoice_id
      left join receipt r on r.id = a.receipt_id left join credit_note c on c.id = a.credit_note_id
   where a.effective_on < greatest(i.issued_on, r.received_on, c.issued_on) limit 1;
  if found then
    raise exception 'posting on invoice % takes effect before there was an invoice or the money', bad
      using errcode = 'check_violation', constraint = 'posting_not_before_its_causes', detail = bad;
  end if;
  select i.number into bad from added a join posting p on p.id = a.reverses_id join invoice i on i.id = a.invoice_id
   where (a.invoice_id, a.kind, a.receipt_id, a.credit_note_id, a.amount)
     is distinct from (p.invoice_id, p.kind, p.receipt_id, p.credit_note_id, -p.amount)
      or p.reverses_id is not null or a.effective_on < p.effective_on limit 1;
  if found then
    raise exception 'posting on invoice % does not undo exactly what it reverses', bad
      using errcode = 'check_violation', constraint = 'reversal_undoes_its_posting', detail = bad;
  end if;

  with day as (
    select invoice_id, effective_on, sum(amount) as amount from posting
     where invoice_id in (select invoice_id from added) group by invoice_id, effective_on),
  running as (
    select invoice_id, effective_on, amount, sum(amount) over (partition by invoice_id order by effective_on) as used from day),
  total as (
    select invoice_id, sum(amount) as amount, max(used) as most, min(used) as least, max(effective_on) as last_on
      from running group by invoice_id),
  kept as (
    update invoice i set settled_on = case when t.amount = i.gross then t.last_on end
      from total t where i.id = t.invoice_id returning i.number, i.gross, t.most, t.least)
  select number into bad from kept where most > gross or least < 0 limit 1;
  if found then
    raise exception 'invoice % would be allocated more than it is', bad
      using errcode = 'check_violation', constraint = 'invoice_not_overdrawn', detail = bad;
  end if;

  with day as (
    select receipt_id, effective_on, sum(amount) as amount from posting
     where receipt_id in (select receipt_id from added) group by receipt_id, effective_on),
  running as (
    select receipt_id, amount, sum(amount) over (partition by receipt_id order by effective_on) as used from day),
  total as (
    select receipt_id, sum(amount) as amount, max(used) as most, min(used) as least from running group by receipt_id),
  kept as (
    update receipt r set used_up = (t.amount = r.amount) from total t where r.id = t.receipt_id
    returning r.id, r.amount, t.most, t.least)
  select id::text into bad from kept where most > amount or least < 0 limit 1;
  if found then
    raise exception 'receipt % would be allocated beyond its amount', bad
      using errcode = 'check_violation', constraint = 'receipt_not_overdrawn', detail = bad;
  end if;

  with day as (
    select credit_note_id, effective_on, sum(amount) as amount from posting
     where credit_note_id in (select credit_note_id from added) group by credit_note_id, effective_on),
  running as (
    select credit_note_id, amount, sum(amount) over (partition by credit_note_id order by effective_on) as used from day),
  total as (
    select credit_note_id, sum(amount) as amount, max(used) as most, min(used) as least from running group by credit_note_id),
  kept as (
    update credit_note c set used_up = (t.amount = c.amount) from total t where c.id = t.credit_note_id
    returning c.number, c.amount, t.most, t.least)
  select number into bad from kept where most > amount or least < 0 limit 1;
  if found then
    raise exception 'credit note % would be allocated beyond its amount', bad
      using errcode = 'check_violation', constraint = 'credit_note_not_overdrawn', detail = bad;
  end if;
  return null;
end $$;
