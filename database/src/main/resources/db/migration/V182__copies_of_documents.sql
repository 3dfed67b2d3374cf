-- Copies of documents that a debtor asked for: a message of their own kind, which asks for nothing.
alter table correspondence.message drop constraint message_purpose_check,
  add constraint message_purpose_check check (purpose in ('demand', 'apology', 'copies')),
  drop constraint apology_asks_for_nothing,
  add constraint only_demands_ask check (purpose = 'demand' or 0 = all (amounts));
