-- Credit notes that a payer took off a payment: set against invoices together with the money, where the proposal is accepted.
create table banking.proposal_credit (
  proposal_id uuid not null,
  credit_note_id uuid not null references ledger.credit_note,
  invoice_id uuid not null references ledger.invoice,
  creditor_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (proposal_id, credit_note_id, invoice_id),
  foreign key (proposal_id, creditor_id) references banking.proposal (id, creditor_id)
);
grant insert on banking.proposal_credit to duly_app;
call journal.append_only('banking.proposal_credit');
call identity.scope_by_creditor('banking.proposal_credit');
