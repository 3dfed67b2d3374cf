-- I2 einvoice-original: Every electronic invoice and what came with it is archived, unaltered, and seen by its creditor
with named as (
  select original as document, creditor_id, 'e-invoice ' || number as place from einvoice.e_invoice
  union all
  select a.archived, a.creditor_id, 'attachment ' || a.position || ' of e-invoice ' || e.number
    from einvoice.attachment a join einvoice.e_invoice e on e.id = a.document_id where a.archived is not null)
select n.place from named n
 where not exists (select from journal.document d where d.sha256 = n.document)
    or not exists (select from journal.document_scope s where s.sha256 = n.document and s.creditor_id = n.creditor_id)

-- I2 einvoice-payable: What an electronic invoice asks for and what was prepaid make its total
select 'e-invoice ' || number from einvoice.e_invoice where payable > total or payable + prepaid <> total

-- I2 einvoice-in-books: An accepted electronic invoice is the ledger's: same creditor, debtor, currency, day and amount
select 'e-invoice ' || e.number from einvoice.e_invoice e left join ledger.invoice i on i.id = e.invoice_id
 where e.invoice_id is not null
   and (i.id is null or (i.creditor_id, i.debtor_id, i.currency, i.issued_on) is distinct from (e.creditor_id, e.debtor_id, e.currency, e.issued_on)
     or i.gross not in (e.total, e.payable))
union all
select 'e-invoice ' || e.number from einvoice.e_invoice e left join ledger.credit_note n on n.id = e.credit_note_id
 where e.credit_note_id is not null
   and (n.id is null or (n.creditor_id, n.debtor_id, n.currency, n.issued_on, n.amount)
     is distinct from (e.creditor_id, e.debtor_id, e.currency, e.issued_on, e.payable))

-- I2 einvoice-credits: An electronic credit note went by itself only to invoices that it names, and to its own seller's where there is one
select 'e-invoice ' || e.number || ' on ' || i.number
  from einvoice.e_invoice e join ledger.posting p on p.credit_note_id = e.credit_note_id join ledger.invoice i on i.id = p.invoice_id
  left join einvoice.e_invoice o on o.invoice_id = i.id
 where p.reverses_id is null and p.why = 'the credit note names the invoice'
   and (not (e.preceding && array[i.number, o.number])
     or o.seller <> e.seller and exists (select from einvoice.e_invoice own where own.creditor_id = e.creditor_id
          and own.number = o.number and own.seller = e.seller and own.invoice_id is not null))

-- I2 einvoice-lookalike: What looks like a duplicate is an invoice of the books, as is the earlier one, of one debtor, asking for the same
select 'look-alike of e-invoices ' || d.number || ' and ' || e.number
  from einvoice.lookalike l join einvoice.e_invoice d on d.id = l.document_id join einvoice.e_invoice e on e.id = l.earlier_id
 where d.invoice_id is null or e.invoice_id is null or d.debtor_id <> e.debtor_id or d.claim <> e.claim or d.currency <> e.currency
    or not exists (select from ledger.invoice i where i.id = d.invoice_id) or not exists (select from ledger.invoice i where i.id = e.invoice_id)

-- I2 einvoice-lines: Lines, discounts and attachments are of a document of the same creditor
select part || ' of ' || document_id from (
    select 'line' as part, document_id, creditor_id from einvoice.line
    union all select 'discount', document_id, creditor_id from einvoice.discount
    union all select 'attachment', document_id, creditor_id from einvoice.attachment
    union all select 'look-alike', document_id, creditor_id from einvoice.lookalike) p
 where not exists (select from einvoice.e_invoice e where e.id = p.document_id and e.creditor_id = p.creditor_id)
