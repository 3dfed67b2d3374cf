-- I12 message-under-hold: No demand was drafted while a hold was in force
select 'message ' || m.id || ', hold ' || h.kind from correspondence.message m
  join cases.hold h on h.debtor_id = m.debtor_id and (h.case_id is null or h.case_id = m.case_id)
 where m.state <> 'withdrawn' and m.purpose = 'demand' and h.kind not in ('promise', 'plan')
   and (h.since < m.planned_on or (h.since = m.planned_on and m.state = 'checked'))
   and (h.until is null or h.until >= m.planned_on) and (h.lifted_on is null or h.lifted_on > m.planned_on)

-- I12 draft-left: No draft was left standing when a hold, a dispute or a promise was recorded after it
select 'message ' || m.id || ', hold ' || h.kind from correspondence.message m
  join cases.hold h on h.debtor_id = m.debtor_id and (h.case_id is null or h.case_id = m.case_id)
 where m.state = 'checked' and h.since > m.planned_on
union all
select 'message ' || m.id || ', dispute ' || d.id from correspondence.message m
  join cases.dispute d on d.debtor_id = m.debtor_id and d.invoice_id = any (m.invoice_ids)
 where m.state = 'checked' and m.purpose = 'demand' and d.opened_on > m.planned_on
union all
select 'message ' || m.id || ', promise ' || p.id from correspondence.message m join agreements.promise p on p.case_id = m.case_id
 where m.state = 'checked' and m.purpose = 'demand' and p.made_on > m.planned_on
   and (p.plan_id is null or exists (select from agreements.plan_line l where l.plan_id = p.plan_id and l.invoice_id = any (m.invoice_ids)))

-- I12 contact-under-hold: Nobody called or visited a debtor who was in hardship, insolvent or to be left to cool off
select 'contact ' || c.id || ', hold ' || h.kind from correspondence.contact c
  join cases.hold h on h.debtor_id = c.debtor_id and (h.case_id is null or h.case_id = c.case_id)
 where c.direction = 'out' and c.message_id is null and h.kind in ('hardship', 'insolvency', 'cooling_off')
   and h.since < c.day and (h.until is null or h.until >= c.day) and (h.lifted_on is null or h.lifted_on > c.day)

-- I12 hold-guard: Whatever stops contact withdraws the drafts that wait, in the database itself
select 'trigger ' || t.name || ' on ' || t.tab
  from (values ('cases.hold', 'stop_contact'), ('cases.dispute', 'stop_contact'), ('agreements.promise', 'stop_contact'),
    ('parties.contact_person', 'honour_wish')) t (tab, name)
 where not exists (select from pg_trigger g where g.tgrelid = t.tab::regclass and g.tgname = t.name and g.tgenabled in ('O', 'A'))
