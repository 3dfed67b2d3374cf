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

-- I2 let-go-fits: What was let go with money is of its invoice and day, and a credit note netted with it of its debtor
select 'posting ' || c.posting_id from ledger.companion c
  left join ledger.posting p on p.id = c.posting_id left join ledger.posting m on m.id = c.allocation_id
 where p.id is null or m.id is null or m.kind <> 'receipt' or m.reverses_id is not null or p.reverses_id is not null
    or (p.creditor_id, p.debtor_id, p.currency, c.creditor_id) is distinct from (m.creditor_id, m.debtor_id, m.currency, p.creditor_id)
    or p.kind <> case when c.reason = 'credit-note' then 'credit_note' else 'write_off' end
    or p.kind = 'write_off' and (p.invoice_id, p.effective_on) is distinct from (m.invoice_id, m.effective_on)

-- I2 let-go-stands: A discount, bank charges or a netted credit note stands only as long as the money it came with
select 'posting ' || c.posting_id from ledger.companion c join ledger.posting u on u.reverses_id = c.allocation_id
 where not exists (select from ledger.posting v where v.reverses_id = c.posting_id)

-- I2 let-go-guard: The database itself refuses to take money back and leave what was let go with it
select 'trigger ' || n.name || ' on ' || n.on_table from (values ('hold_companions', 'ledger.companion'), ('hold_reversals', 'ledger.posting')) n (name, on_table)
 where not exists (select from pg_trigger t where t.tgrelid = n.on_table::regclass and t.tgname = n.name and t.tgenabled in ('O', 'A'))

-- I2 discount-granted: A discount is granted on an invoice of the same creditor, for less than the whole of it
select 'invoice ' || coalesce(i.number, d.invoice_id::text) from ledger.granted_discount d left join ledger.invoice i on i.id = d.invoice_id
 where i.id is null or i.creditor_id <> d.creditor_id or d.amount >= i.gross or d.until < i.issued_on
