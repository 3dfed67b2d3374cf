-- A message that asks how the right person is reached: it asks for no money and names no invoice.
alter table correspondence.message
  drop constraint message_purpose_check,
  add constraint message_purpose_check check (purpose in ('demand', 'apology', 'copies', 'message', 'thanks', 'contact')),
  drop constraint message_invoice_ids_check,
  add constraint message_invoice_ids_check check ((cardinality(invoice_ids) = 0) = (purpose = 'contact'));
