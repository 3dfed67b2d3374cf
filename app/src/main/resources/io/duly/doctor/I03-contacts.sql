-- I3 one-contact: A debtor has one outgoing contact a day at most
select 'debtor ' || debtor_id || ' on ' || day from correspondence.contact
 where direction = 'out' group by debtor_id, day having count(*) > 1

-- I3 one-message: A debtor has one message a day at most that was not withdrawn
select 'debtor ' || debtor_id || ' on ' || planned_on from correspondence.message
 where state <> 'withdrawn' group by debtor_id, planned_on having count(*) > 1

-- I3 sent-and-contacts: Messages that left and the contact ledger say the same
select 'message ' || m.id || ' has no contact' from correspondence.message m
 where m.sent_on is not null and not exists (
   select from correspondence.contact c where c.debtor_id = m.debtor_id and c.day = m.sent_on
      and c.direction = 'out' and c.message_id = m.id and c.channel = m.channel)
union all
select 'contact ' || c.id || ' has no message that was sent' from correspondence.contact c
 where c.message_id is not null and not exists (
   select from correspondence.message m where m.id = c.message_id and m.sent_on is not null)
   and not exists (select from correspondence.attempt a where a.message_id = c.message_id)

-- I3 contact-guard: The database itself refuses a second contact and a second message a day
select 'index ' || name from unnest(array['correspondence.one_contact_a_day', 'correspondence.one_message_a_day']) name
 where not exists (select from pg_index x where x.indexrelid = to_regclass(name) and x.indisunique and x.indisvalid)

-- I3 contact-day: A contact whose instant is known counts on the day of the debtor's zone
select 'contact ' || id from correspondence.contact
 where (at is null) <> (zone is null) or (at is not null and day <> (at at time zone zone)::date)

-- I3 contact-outcome: What came of a contact fits its channel and belongs to its creditor
select 'outcome ' || o.id from correspondence.contact_outcome o left join correspondence.contact c on c.id = o.contact_id
 where c.id is null or c.creditor_id <> o.creditor_id
    or (o.kind = 'written') <> (c.channel in ('email', 'sms', 'letter', 'portal'))

-- I3 stop-honoured: Nobody is chased by a way after a stop of it was received
select 'contact ' || c.id || ' against wish ' || w.id from correspondence.contact c
  join correspondence.stated_wish w on w.debtor_id = c.debtor_id and w.kind in ('stop', 'represented')
   and w.received_at <= c.at and w.recorded_at <= c.at and (w.taken_back_at is null or w.taken_back_at > c.at)
   and (w.channel is null or w.channel = c.channel) and w.place is null and w.address is null
 where c.direction = 'out' and c.purpose = 'chase'
