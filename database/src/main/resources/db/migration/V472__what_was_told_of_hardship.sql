-- Debtors may take along what they told of hardship, too.
grant usage on schema hardship to duly_debtor;
grant select (id, debtor_id, since, until, ended_on) on hardship.space to duly_debtor;
create policy theirs on hardship.space to duly_debtor using (debtor_id = (select identity.debtor()));
grant select (space_id, debtor_id, kind, words, consent_on, consent_how, withdrawn_on) on hardship.telling to duly_debtor;
create policy theirs on hardship.telling to duly_debtor using (debtor_id = (select identity.debtor()));
