-- I4 sent-copy: Nothing left without an archived copy that its sender's creditor sees
select 'message ' || m.id from correspondence.message m
 where m.state in ('sent', 'bounced', 'uncertain') and not exists (
   select from correspondence.attempt a join journal.document d on d.sha256 = a.document
     join journal.document_scope s on s.sha256 = a.document and s.creditor_id = m.creditor_id where a.message_id = m.id)

-- I4 sent-answer: A message is as its last attempt ended
with last as (
  select distinct on (a.message_id) a.message_id, e.outcome from correspondence.attempt a
    left join correspondence.attempt_end e on e.attempt_id = a.id order by a.message_id, a.nth desc, e.ended_at desc, e.id desc),
fits (state, outcomes) as (values ('sent', '{accepted,arrived}'::text[]), ('bounced', '{bounced}'), ('uncertain', '{uncertain}'),
  ('failed', '{refused,later}'), ('checked', '{later,did_not_arrive}'))
select 'message ' || m.id || ' is ' || m.state || ', its last attempt: ' || coalesce(l.outcome, 'not ended')
  from correspondence.message m join last l on l.message_id = m.id join fits f on f.state = m.state
 where l.outcome is null or l.outcome <> all (f.outcomes)

-- I4 sending-held: No message is left in the hands of a process that is gone
with last as (
  select distinct on (a.message_id) a.message_id, a.node, a.started_at from correspondence.attempt a order by a.message_id, a.nth desc)
select 'message ' || m.id from correspondence.message m left join last l on l.message_id = m.id
 where m.state = 'sending' and coalesce(l.started_at < now() - interval '10 minutes', true)
   and not exists (select from pg_locks k where k.locktype = 'advisory' and k.granted and k.objsubid = 2
     and k.classid = (hashtext('duly sending node')::bigint & 4294967295)::oid and k.objid = l.node::oid)

-- I4 uncertain-told: Whatever may or may not have left is a person's task
select 'message ' || m.id from correspondence.message m join cases.recovery_case c on c.id = m.case_id
 where m.state = 'uncertain' and c.stage <> 'closed'
   and not exists (select from cases.task t where t.case_id = m.case_id and t.kind = 'delivery' and t.done_on is null)

-- I4 attempts-counted: The attempts of a message are numbered without a gap and go by one name
select 'message ' || message_id from correspondence.attempt group by message_id having max(nth) <> count(*)
union
select 'message ' || message_id from correspondence.attempt group by message_id, way having count(distinct known_as) > 1

-- I4 approved-first: Nothing left that a person was to look at first and did not say yes to, word for word
select 'message ' || m.id from correspondence.message m
 where m.approval = 'needed' and m.state in ('sending', 'sent', 'bounced', 'uncertain')
union all
select 'message ' || m.id || ' left with other words' from correspondence.message m
 where m.approval = 'given' and m.state in ('sending', 'sent', 'bounced', 'uncertain')
   and m.approved_text is distinct from (select t.sha256 from correspondence.message_text t where t.message_id = m.id order by t.version desc limit 1)

-- I4 paused-stays: Nothing began to leave while it was paused
select 'message ' || a.message_id || ', pause ' || p.id from correspondence.attempt a
  join correspondence.message m on m.id = a.message_id
  join correspondence.pause p on a.started_at > p.since and (p.lifted_at is null or a.started_at < p.lifted_at)
   and (p.creditor_id is null or p.creditor_id = m.creditor_id and (p.debtor_id is null or p.debtor_id = m.debtor_id))
