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

-- I3 rolling-caps: No days on end hold more contacts than the law of the debtor's place lets through
with cap (rule, country, region, city, companies, role, channels, per_case, most, days, since) as (values
  ('US-MA-TWO-CALLS', 'US', 'MA', null, false, null, array['call', 'sms'], true, 2, 7, date '-infinity'),
  ('US-MA-ONE-VISIT', 'US', 'MA', null, false, null, array['visit'], true, 1, 30, date '-infinity'),
  ('US-NYC-THREE', 'US', 'NY', 'new york|new york city|brooklyn|bronx|queens|staten island', false, null,
   array['call', 'sms', 'email', 'letter', 'visit'], true, 3, 7, date '2026-09-01'),
  ('CA-AB-THREE', 'CA', 'AB', null, true, 'for_another', array['call', 'sms', 'email', 'visit'], false, 3, 7, date '-infinity')),
made as (
  select c.id, c.debtor_id, c.case_id, c.channel, c.day from correspondence.contact c
    left join lateral (select connected from correspondence.contact_outcome o where o.contact_id = c.id
      order by recorded_at desc, id desc limit 1) o on true
   where c.direction = 'out' and c.purpose = 'chase' and coalesce(o.connected, true)),
protected as (
  select d.id, k.* from cap k join parties.debtor d on d.country = k.country and upper(d.region) = k.region
     and (k.city is null or lower(trim(d.city)) ~ ('^(' || k.city || ')$')) and (k.companies or d.kind <> 'company')
    join parties.creditor c on c.id = d.creditor_id and (k.role is null or c.collects = k.role))
select 'debtor ' || p.id || ' from ' || a.day || ': ' || p.rule from protected p
  join made a on a.debtor_id = p.id and a.channel = any (p.channels) and a.day >= p.since
  join made b on b.debtor_id = p.id and b.channel = any (p.channels) and b.day between a.day and a.day + p.days - 1
   and (not p.per_case or b.case_id = a.case_id)
 group by p.id, p.rule, p.most, a.id, a.day having count(*) > p.most
