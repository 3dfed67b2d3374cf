-- Files bring a million invoices at once, and a foreign key asks for each by itself, locking its debtor's row each time.
-- These triggers keep the same promise and ask once for a whole statement: no invoice of a debtor that is not there or
-- is another creditor's, and no debtor taken away, or given another id or creditor, while an invoice is left. Writers of
-- invoices share the lock that the remover of a debtor wants for itself, so that neither can overlook the other.
create function ledger.require_debtor() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  bad text;
begin
  lock table parties.debtor in row exclusive mode;
  -- The least of all rather than any one: to find one, the planner would look up the debtor of each by itself.
  select min(a.number) into bad from added a
   where not exists (select from parties.debtor d where d.id = a.debtor_id and d.creditor_id = a.creditor_id);
  if bad is not null then
    raise exception 'invoice % is of a debtor that its creditor has not', bad
      using errcode = 'foreign_key_violation', constraint = 'invoice_of_known_debtor', detail = bad;
  end if;
  return null;
end $$;
alter table ledger.invoice drop constraint invoice_debtor_id_creditor_id_fkey;
create trigger debtor_is_there after insert on ledger.invoice
  referencing new table as added for each statement execute function ledger.require_debtor();

create function ledger.lock_debtors() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  lock table parties.debtor in share row exclusive mode;
  return null;
end $$;
create function ledger.keep_debtor() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if exists (select from gone g join invoice i on i.debtor_id = g.id) then
    raise exception 'invoices are left of a debtor that would go' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger lock_debtors before delete on parties.debtor for each statement execute function ledger.lock_debtors();
create trigger keep_debtor after delete on parties.debtor
  referencing old table as gone for each statement execute function ledger.keep_debtor();

create function ledger.keep_identity() returns trigger language plpgsql as $$
begin
  raise exception '%.%: whose it is does not change', tg_table_schema, tg_table_name using errcode = 'foreign_key_violation';
end $$;
create trigger keep_identity before update of id, creditor_id on parties.debtor
  for each row when ((new.id, new.creditor_id) is distinct from (old.id, old.creditor_id)) execute function ledger.keep_identity();
create trigger keep_all_debtors before truncate on parties.debtor
  for each statement execute function ledger.keep_identity();
create trigger keep_identity before update of id, creditor_id, debtor_id on ledger.invoice
  for each row when ((new.id, new.creditor_id, new.debtor_id) is distinct from (old.id, old.creditor_id, old.debtor_id))
  execute function ledger.keep_identity();

-- As before, but writes only where something changes: a payment in part leaves its invoice's row alone.
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
      from total t where i.id = t.invoice_id and i.settled_on is distinct from case when t.amount = i.gross then t.last_on end)
  select i.number into bad from invoice i join total t on t.invoice_id = i.id where t.most > i.gross or t.least < 0 limit 1;
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
    update receipt r set used_up = (t.amount = r.amount) from total t
     where r.id = t.receipt_id and r.used_up is distinct from (t.amount = r.amount))
  select r.id::text into bad from receipt r join total t on t.receipt_id = r.id where t.most > r.amount or t.least < 0 limit 1;
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
    update credit_note c set used_up = (t.amount = c.amount) from total t
     where c.id = t.credit_note_id and c.used_up is distinct from (t.amount = c.amount))
  select c.number into bad from credit_note c join total t on t.credit_note_id = c.id where t.most > c.amount or t.least < 0 limit 1;
  if found then
    raise exception 'credit note % would be allocated beyond its amount', bad
      using errcode = 'check_violation', constraint = 'credit_note_not_overdrawn', detail = bad;
  end if;
  return null;
end $$;

-- After a large file the planner knows at once how much there is now, and not when autovacuum comes by: what follows (the
-- next file, the daily cycle) would be planned as if the tables were small. The application may ask for that alone.
create procedure intake.refresh_statistics() language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze parties.debtor, ledger.invoice, ledger.receipt, ledger.credit_note, ledger.posting;
end $$;
revoke execute on procedure intake.refresh_statistics from public;
grant execute on procedure intake.refresh_statistics to duly_app;
