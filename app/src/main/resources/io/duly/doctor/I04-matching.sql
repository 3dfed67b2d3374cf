-- I2 return-causes: What was taken back was taken from money of its own currency and creditor, and not before it came
select 'return ' || t.id from ledger.receipt_return t left join ledger.receipt r on r.id = t.receipt_id
 where r.id is null or (t.currency, t.creditor_id) is distinct from (r.currency, r.creditor_id) or t.effective_on < r.received_on

-- I2 return-guard: The database itself refuses to take back more than is left
select 'trigger hold_returns on ledger.receipt_return'
 where not exists (select from pg_trigger t where t.tgrelid = 'ledger.receipt_return'::regclass and t.tgname = 'hold_returns'
   and t.tgenabled in ('O', 'A'))

-- I4 money-looked-at: Money that the bank brought was matched, or waits to be
select 'entry ' || e.id from banking.entry e join ledger.receipt r on r.id = e.receipt_id
 where not r.used_up and not exists (select from banking.matched m where m.entry_id = e.id)
   and not exists (select from banking.unseen u where u.entry_id = e.id)

-- I4 proposal-holds: Nobody for whom money is proposed may be contacted meanwhile
select 'proposal ' || p.id from banking.proposal p join banking.proposal_part t on t.proposal_id = p.id
  join banking.entry e on e.id = p.entry_id join ledger.receipt r on r.id = e.receipt_id join ledger.invoice i on i.id = t.invoice_id
 where p.state = 'open' and not r.used_up and r.debtor_id is distinct from i.debtor_id
   and not exists (select from ledger.receipt_candidate c where c.receipt_id = r.id and c.debtor_id = i.debtor_id)
