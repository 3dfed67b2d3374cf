-- I1 plan-sum: The instalments of each plan make its debt and its interest, and what it is about makes what was owed
select 'plan ' || p.id from agreements.plan p
 where p.debt + p.interest <> (select coalesce(sum(i.amount), 0) from agreements.instalment i where i.plan_id = p.id)
    or p.owed <> (select coalesce(sum(l.amount), 0) from agreements.plan_line l where l.plan_id = p.id and not l.is_interest)
    or p.interest <> (select sum(l.amount) from agreements.plan_line l where l.plan_id = p.id and l.is_interest)

-- I2 plan-days: The instalments of each plan follow each other
select 'plan ' || i.plan_id || ', instalment ' || i.nth from agreements.instalment i
  join agreements.instalment before on before.plan_id = i.plan_id and before.nth = i.nth - 1 where before.due_on >= i.due_on
union all
select 'plan ' || i.plan_id || ', instalment ' || i.nth || ' without the one before' from agreements.instalment i
 where i.nth > 1 and not exists (select from agreements.instalment before where before.plan_id = i.plan_id and before.nth = i.nth - 1)

-- I5 plan-goes-on: Each plan that runs has an instalment that runs, or one that was missed and has its grace
select 'plan ' || p.id from agreements.plan p
 where p.ended_on is null and p.grace_until is null
   and not exists (select from agreements.promise i where i.plan_id = p.id and i.outcome is null)

-- I5 instalment-of-plan: No instalment is awaited of a plan that is over
select 'promise ' || i.id from agreements.promise i join agreements.plan p on p.id = i.plan_id where i.outcome is null and p.ended_on is not null

-- I8 plan-entry: Every plan is in the journal, and how it ended
select 'plan ' || p.id from agreements.plan p
 where not exists (select from journal.entry e where e.case_id = p.case_id and e.kind in ('plan-made', 'plan-renegotiated') and strpos(e.body, p.id::text) > 0)
union all
select 'plan ' || p.id || ' ' || p.ended from agreements.plan p
 where p.ended <> 'renegotiated' and not exists (select from journal.entry e where e.case_id = p.case_id
   and e.kind = case p.ended when 'kept' then 'plan-kept' when 'broken' then 'plan-broken' else 'plan-ended' end and strpos(e.body, p.id::text) > 0)

-- I2 settlement-reason: Each settlement says why the whole will hardly be recovered, and who said yes
select 'plan ' || p.id from agreements.plan p where p.kind = 'settlement' and not exists (select from agreements.settlement s where s.plan_id = p.id)
union all
select 'plan ' || s.plan_id || ' is none' from agreements.settlement s join agreements.plan p on p.id = s.plan_id where p.kind <> 'settlement'

-- I2 settlement-rest: Of a settlement that was concluded nothing was left open
select 'plan ' || s.plan_id from agreements.settlement s where s.released_on is not null and agreements.open_of(s.plan_id, s.released_on) > 0
