-- I4 online-received: A payment by a provider's link is in the ledger, of the link's amount, currency and debtor
select 'payment link ' || l.id from payments.payment_link l left join ledger.receipt r on r.id = l.receipt_id
 where l.state = 'paid' and (r.id is null or (r.creditor_id, r.debtor_id, r.currency, r.amount, r.kind) is distinct from (l.creditor_id, l.debtor_id, l.currency, l.amount, 'provider'))

-- I4 online-linked: Money that a provider took came by a link of ours, and is in the ledger once
select 'receipt ' || r.id from ledger.receipt r where r.kind = 'provider' and not exists (select from payments.payment_link l where l.receipt_id = r.id and l.state = 'paid')

-- I4 online-back: What went back of a payment by a provider is what the ledger gave back
select 'payment link ' || l.id from payments.payment_link l
 where l.receipt_id is not null and l.refunded <> (select coalesce(sum(t.amount), 0) from ledger.receipt_return t where t.receipt_id = l.receipt_id)

-- I4 payout-once: The bank's line of a provider's payout pays nothing: its payments are in the books already
select 'payout ' || p.id from banking.payout p join banking.entry e on e.id = p.entry_id
 where not exists (select from banking.matched m where m.entry_id = e.id and m.result = 'set_aside') or exists (select from ledger.used u where u.receipt_id = e.receipt_id)

-- I8 online-entry: Every payment by a provider's link is in the journal of its case
select 'payment link ' || l.id from payments.payment_link l
 where l.state = 'paid' and not exists (select from journal.entry e where e.case_id = l.case_id and e.kind = 'paid-online' and strpos(e.body, l.id::text) > 0)
