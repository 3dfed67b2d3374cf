-- I12 space-held: Whoever was given breathing space is held in peace as long as it lasts
select 'breathing space ' || s.id from hardship.space s join cases.hold h on h.id = s.hold_id
 where s.ended_on is null and s.closed_on is null
   and (h.kind <> 'hardship' or h.debtor_id <> s.debtor_id or h.case_id is not null or h.lifted_on is not null or h.until is distinct from s.until)

-- I12 space-contact: In their breathing space nobody asked a debtor for money, and nobody called
select 'contact ' || c.id || ', breathing space ' || s.id from correspondence.contact c join hardship.space s on s.debtor_id = c.debtor_id
  left join correspondence.message m on m.id = c.message_id
 where c.direction = 'out' and (c.message_id is null or m.purpose = 'demand')
   and c.day > greatest(s.since, (s.recorded_at at time zone 'UTC')::date) and c.day <= coalesce(s.ended_on - 1, s.until, 'infinity')

-- I12 space-accrual: Nothing was charged for days of a breathing space in which charges rest, and nothing by itself while it lasted
select 'charge ' || g.id || ', breathing space ' || s.id from ledger.charge g join ledger.invoice i on i.id = g.invoice_id
  join hardship.space s on s.debtor_id = g.debtor_id and s.charges_rest and least(i.delivered_on, i.issued_on) <= s.since
 where g.cancelled_on is null and g.posted_on > (s.recorded_at at time zone 'UTC')::date
   and (g.kind = 'interest' and g.from_day >= s.since and g.to_day <= coalesce(s.ended_on - 1, s.until, 'infinity')
     or g.actor = 'duly' and g.posted_on > s.since and g.posted_on <= coalesce(s.ended_on - 1, s.until, 'infinity'))

-- I12 words-without-consent: What was told of hardship is kept only with a consent that stands
select 'breathing space ' || t.space_id from hardship.telling t
 where (t.kind is not null or t.words is not null) and (t.consent_on is null or t.withdrawn_on is not null)
