-- How the creditor sends its invoices to the debtor, where a file says so. The creditor's own system has the address then;
-- a message can be drafted before it is on file here, and leaves when it is.
alter table parties.debtor add column bills_by text check (bills_by in ('email', 'letter'));
grant update (bills_by) on parties.debtor to duly_app;
