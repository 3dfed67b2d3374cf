-- A chunk names its debtors instead of a range of them: on most days those that are due lie thinly over all debtors, and
-- a range would read everybody between them. The list is emptied when the chunk is done.
alter table cycle.chunk drop column from_debtor, drop column to_debtor, add column debtors uuid[] not null default '{}';

-- How many invoices a debtor settled and how late, without reading the open ones.
create index invoice_settled on ledger.invoice (debtor_id, settled_on) include (due_on) where settled_on is not null;
