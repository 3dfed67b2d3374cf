-- I3 one-contact: A debtor has one outgoing contact a day at most
select 'debtor ' || debtor_id || ' on ' || day from correspondence.contact
 where direction = 'out' group by debtor_id, day having count(*) > 1

-- I3 one-message: A debtor has one message a day at most that was not withdrawn
select 'debtor ' || debtor_id || ' on ' || planned_on from correspondence.message
 where state <> 'withdrawn' group by debtor_id, planned_on having count(*) > 1

-- I3 sent-and-contacts: Messages taken as sent and the contact ledger say the same
select 'message ' || m.id || ' has no contact' from correspondence.message m
 where m.state = 'taken_as_sent' and not exists (
   select from correspondence.contact c where c.debtor_id = m.debtor_id and c.day = m.sent_on
      and c.direction = 'out' and c.message_id = m.id and c.channel = m.channel)
union all
select 'contact ' || c.id || ' has no message that was sent' from correspondence.contact c
 where c.message_id is not null and not exists (
   select from correspondence.message m where m.id = c.message_id and m.state = 'taken_as_sent')

-- I3 contact-guard: The database itself refuses a second contact and a second message a day
select 'index ' || name from unnest(array['correspondence.one_contact_a_day', 'correspondence.one_message_a_day']) name
 where not exists (select from pg_index x where x.indexrelid = to_regclass(name) and x.indisunique and x.indisvalid)
