-- VAT on costs of recovery that the creditor cannot deduct, in percent: owed only where the letter that warns of the costs said so.
alter table correspondence.branding add costs_vat numeric(4, 2) check (costs_vat > 0 and costs_vat <= 30);
