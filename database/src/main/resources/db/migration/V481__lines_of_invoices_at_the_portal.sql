-- Debtors say which line of an invoice is wrong: they see the lines of their own electronic invoices.
grant select (document_id, position, text, quantity, net) on einvoice.line to duly_debtor;
create policy theirs on einvoice.line to duly_debtor using (exists (select from einvoice.e_invoice e where e.id = document_id));
