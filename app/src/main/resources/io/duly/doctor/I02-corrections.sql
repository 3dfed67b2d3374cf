-- I2 duplicate-credited: An invoice that is decided to be a duplicate is credited in full
select 'invoice ' || i.number from corrections.possible_duplicate d join ledger.invoice i on i.id = d.invoice_id
 where d.decision = 'duplicate'
   and i.gross > coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id and p.kind = 'credit_note'), 0)

-- I2 correction-fits: The credit note of a correction is of the invoice's creditor, debtor and currency
select 'credit note ' || n.number || ', invoice ' || i.number from corrections.correction c
  join ledger.credit_note n on n.id = c.credit_note_id join ledger.invoice i on i.id = c.invoice_id
 where (n.creditor_id, n.debtor_id, n.currency) is distinct from (i.creditor_id, i.debtor_id, i.currency)
    or (c.creditor_id, c.debtor_id) is distinct from (i.creditor_id, i.debtor_id)

-- I4 draft-of-duplicate: No demand that waits names an invoice that is decided to be a duplicate
select 'message ' || m.id || ', invoice ' || i.number from corrections.possible_duplicate d join ledger.invoice i on i.id = d.invoice_id
  join correspondence.message m on m.debtor_id = d.debtor_id and m.state = 'checked' and m.purpose = 'demand' and i.id = any (m.invoice_ids)
 where d.decision = 'duplicate'

-- I8 duplicate-entry: Every decision on a possible duplicate is in the journal of the case that was open then
select 'case ' || c.number || ', invoice ' || i.number from corrections.possible_duplicate d join ledger.invoice i on i.id = d.invoice_id
  join cases.recovery_case c on c.debtor_id = d.debtor_id and c.currency = i.currency
   and c.opened_on < d.decided_on and (c.closed_on is null or c.closed_on > d.decided_on)
 where not exists (select from journal.entry e
   where e.case_id = c.id and e.kind in ('duplicate-confirmed', 'duplicate-refuted') and strpos(e.body, to_json(i.number)::text) > 0)

-- I9 duplicate-charges: No charge stands on an invoice that is decided to be a duplicate
select 'invoice ' || i.number || ', charge ' || c.id from corrections.possible_duplicate d join ledger.invoice i on i.id = d.invoice_id
  join ledger.charge c on c.invoice_id = i.id
 where d.decision = 'duplicate'
   and not exists (select from ledger.charge_posting p where p.charge_id = c.id and p.kind = 'cancellation')

-- I12 duplicate-held: An open invoice that may be a duplicate was held back
select 'invoice ' || i.number from corrections.possible_duplicate d join ledger.invoice i on i.id = d.invoice_id
 where d.decision is null and i.settled_on is null
   and not exists (select from cases.dispute t where t.invoice_id = i.id)
