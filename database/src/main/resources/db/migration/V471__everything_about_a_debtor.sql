-- What debtors may take with them from the portal beside what they see there: what left to them, what came from them, what they wished.
do $$
declare
  shown record;
begin
  for shown in
    select * from (values
      ('correspondence.message', 'id, debtor_id, channel, step, language, sent_on', 'debtor_id = (select identity.debtor()) and sent_on is not null'),
      ('correspondence.attempt', 'id, message_id, way, recipient, document, started_at', 'exists (select from correspondence.message m where m.id = message_id)'),
      ('correspondence.attempt_end', 'attempt_id, outcome, ended_at', 'exists (select from correspondence.attempt a where a.id = attempt_id)'),
      ('correspondence.reply', 'id, debtor_id, document, via, received_at, sender, subject', 'debtor_id = (select identity.debtor())'),
      ('correspondence.stated_wish', 'id, debtor_id, kind, received_at, channel, words, taken_back_at', 'debtor_id = (select identity.debtor())'),
      ('parties.contact_person', 'id, debtor_id, name, role, email, phone, postal_address, refused_channels, wish', 'debtor_id = (select identity.debtor())')
    ) as t (tab, columns, theirs)
  loop
    execute format('grant select (%s) on %s to duly_debtor', shown.columns, shown.tab);
    execute format('create policy theirs on %s to duly_debtor using (%s)', shown.tab, shown.theirs);
  end loop;
end $$;
grant select (own_words) on agreements.plan to duly_debtor;
grant select (own_words) on agreements.promise to duly_debtor;
create policy sent_or_received on journal.document to duly_debtor
  using (exists (select from correspondence.attempt a where a.document = sha256) or exists (select from correspondence.reply r where r.document = sha256));
create index if not exists attempt_document on correspondence.attempt (document);
create index if not exists reply_document on correspondence.reply (document);
