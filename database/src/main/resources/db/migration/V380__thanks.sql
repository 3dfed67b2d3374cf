-- Thanks when all was paid: a message of its own kind, which asks for nothing and names the invoices that were paid.
alter table correspondence.message
  drop constraint message_purpose_check,
  add constraint message_purpose_check check (purpose in ('demand', 'apology', 'copies', 'message', 'thanks'));
-- A case closes once, and is thanked for once.
create unique index one_thanks on correspondence.message (case_id) where purpose = 'thanks';
