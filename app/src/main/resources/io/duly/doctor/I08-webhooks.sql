-- I8 webhook-line: Whatever a webhook is told of is a line of the journal, of the same kind and creditor
select 'event ' || v.id from webhooks.event v left join journal.entry e on e.case_id = v.case_id and e.seq = v.seq
 where v.kind <> 'test' and (e.case_id is null or e.kind <> v.kind or e.creditor_id is distinct from v.creditor_id)

-- I8 webhook-told: Every line of the last week is set down for each webhook that wants it
with latest as (select max(recorded_at) - interval '7 days' as since from journal.entry)
select 'webhook ' || s.id || ': case ' || e.case_id || ', entry ' || e.seq
  from webhooks.subscription s join identity.person p on p.id = s.person_id and p.shut_out_at is null and p.creditors is null
  cross join latest join journal.entry e on e.recorded_at > greatest(latest.since, s.made_at + interval '1 minute')
   and (s.kinds is null or e.kind = any (s.kinds)) and (s.creditors is null or e.creditor_id = any (s.creditors))
 where s.ended_at is null
   and not exists (select from webhooks.event v where v.subscription_id = s.id and v.case_id = e.case_id and v.seq = e.seq)

-- I8 webhook-behind: What is due for a webhook is tried within a day
select 'webhook ' || s.id || ': ' || count(*) || ' events since ' || min(v.due_at)
  from webhooks.subscription s join webhooks.event v on v.subscription_id = s.id and v.state = 'waiting'
 where s.ended_at is null and s.paused_at is null and v.due_at < now() - interval '1 day'
   and not exists (select from webhooks.event f where f.subscription_id = v.subscription_id and f.case_id = v.case_id and f.seq < v.seq and f.state = 'waiting')
 group by s.id
