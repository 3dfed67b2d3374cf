-- I8 chain-gapless: The entries of a case are numbered from 1 without a gap
select 'case ' || case_id || ': ' || count(*) || ' entries, the last is ' || max(seq) from journal.entry
 group by case_id having min(seq) <> 1 or max(seq) <> count(*)

-- I8 chain-links: Each entry carries the hash of the one before
with linked as (
  select case_id, seq, prev_hash, lag(seq) over w as seq_before, lag(hash) over w as hash_before
    from journal.entry window w as (partition by case_id order by seq))
select 'case ' || case_id || ', entry ' || seq from linked
 where (seq = 1 and prev_hash <> decode(repeat('0', 64), 'hex')) or (seq_before = seq - 1 and prev_hash <> hash_before)

-- I8 entry-hash: Each entry is what its hash says
select 'case ' || case_id || ', entry ' || seq from journal.entry
 where hash <> sha256(convert_to(
   'duly-journal-1' || chr(10) || case_id || chr(10) || seq || chr(10) || kind || chr(10)
   || to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10)
   || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10)
   || actor || chr(10)
   || encode(sha256(convert_to(summary, 'UTF8')), 'hex') || chr(10)
   || encode(sha256(convert_to(body, 'UTF8')), 'hex') || chr(10)
   || coalesce(encode(document, 'hex'), '-') || chr(10)
   || encode(prev_hash, 'hex') || chr(10), 'UTF8'))

-- I8 chain-head: The head of a chain is its last entry
with ends as (select distinct on (case_id) case_id, seq, hash from journal.entry order by case_id, seq desc)
select 'case ' || coalesce(c.case_id, e.case_id) from journal.chain c full join ends e on e.case_id = c.case_id
 where c.entries is distinct from e.seq or c.head is distinct from e.hash

-- I8 journal-of-a-case: Every journal belongs to a case
select 'case ' || j.case_id from journal.chain j
 where not exists (select from cases.recovery_case c where c.id = j.case_id)

-- I8 opened-entry: The opening of every case is in its journal
select 'case ' || c.number from cases.recovery_case c
 where not exists (select from journal.entry e where e.case_id = c.id and e.kind = 'opened')

-- I8 closed-entry: The closing of every closed case is in its journal
select 'case ' || c.number from cases.recovery_case c
 where c.stage = 'closed' and not exists (select from journal.entry e where e.case_id = c.id and e.kind = 'closed')

-- I8 decision-entry: Every decision other than to wait is in the journal of its day
with decided as (
  select case_id, decided_on, count(*) as decisions from cycle.decision
   where action in ('send', 'ask') group by case_id, decided_on),
written as (
  select case_id, (occurred_at at time zone 'UTC')::date as day, count(*) as entries from journal.entry
   where kind = 'decided' group by 1, 2)
select 'case ' || d.case_id || ' on ' || d.decided_on from decided d
  left join written w on w.case_id = d.case_id and w.day = d.decided_on where d.decisions > coalesce(w.entries, 0)

-- I8 stage-entry: The stage of every open case is the one that its journal says last
with moved as (
  select distinct on (case_id) case_id, body from journal.entry
   where body like '%"stage":{"from":%' order by case_id, seq desc),
last as (
  select case_id, substring(body from '"stage":\{"from":"[a-z_]+","to":"([a-z_]+)"\}') as stage from moved)
select 'case ' || c.number || ': ' || c.stage || ', journal: ' || l.stage
  from cases.recovery_case c join last l on l.case_id = c.id where c.stage <> 'closed' and c.stage <> l.stage

-- I8 hold-entry: Every hold that was placed or lifted is in the journal of each case it stops
with change as (
  select id, debtor_id, case_id, since as day, 'hold-placed' as kind from cases.hold
  union all
  select id, debtor_id, case_id, lifted_on, 'hold-lifted' from cases.hold where lifted_on is not null),
about as (
  select h.id, h.kind, c.id as case_id, c.number from change h join cases.recovery_case c on c.debtor_id = h.debtor_id
   where c.id = h.case_id
      or (h.case_id is null and c.opened_on < h.day and (c.closed_on is null or c.closed_on > h.day)))
select 'case ' || a.number || ', ' || a.kind || ' ' || a.id from about a
 where not exists (select from journal.entry e
   where e.case_id = a.case_id and e.kind = a.kind and strpos(e.body, a.id::text) > 0)

-- I8 dispute-entry: Every dispute that was opened or closed is in the journal of the case that was open then
with change as (
  select id, debtor_id, invoice_id, opened_on as day, 'dispute-opened' as kind from cases.dispute
  union all
  select id, debtor_id, invoice_id, closed_on, 'dispute-closed' from cases.dispute where closed_on is not null),
about as (
  select d.id, d.kind, c.id as case_id, c.number from change d join ledger.invoice i on i.id = d.invoice_id
    join cases.recovery_case c on c.debtor_id = d.debtor_id and c.currency = i.currency
     and c.opened_on < d.day and (c.closed_on is null or c.closed_on > d.day))
select 'case ' || a.number || ', ' || a.kind || ' ' || a.id from about a
 where not exists (select from journal.entry e
   where e.case_id = a.case_id and e.kind = a.kind and strpos(e.body, a.id::text) > 0)

-- I8 promise-entry: Every promise is in the journal, and what became of it
select 'promise ' || p.id from agreements.promise p
 where p.plan_id is null and not exists (select from journal.entry e
   where e.case_id = p.case_id and e.kind = 'promise-made' and strpos(e.body, p.id::text) > 0)
union all
select 'promise ' || p.id || ' superseded' from agreements.promise p
 where p.outcome = 'superseded' and p.plan_id is null and not exists (select from journal.entry e
   where e.case_id = p.case_id and e.kind = 'promise-superseded' and strpos(e.body, p.id::text) > 0)
union all
select 'case ' || p.case_id || ': promises judged on ' || p.judged_on from agreements.promise p
 where p.outcome <> 'superseded' and (p.plan_id is null or p.made_on <> p.judged_on) group by p.case_id, p.judged_on
having count(*) > (select count(*) from journal.entry e where e.case_id = p.case_id and e.kind = 'promise-judged'
   and (e.occurred_at at time zone 'UTC')::date = p.judged_on)

-- I8 task-entry: Every task is in the journal, by itself or with the decision that asked for it, and its end too
select 'task ' || t.id from cases.task t
 where not exists (select from journal.entry e where e.case_id = t.case_id
   and ((e.kind = 'task-opened' and strpos(e.body, t.id::text) > 0)
     or (e.kind = 'decided' and (e.occurred_at at time zone 'UTC')::date = t.created_on
       and strpos(e.body, '"task":"' || t.kind || '"') > 0)))
union all
select 'task ' || t.id || ' done' from cases.task t
 where t.done_on is not null and not exists (select from journal.entry e where e.case_id = t.case_id
   and ((e.kind = 'task-done' and strpos(e.body, t.id::text) > 0)
     or (t.done_by = 'duly' and e.kind = 'closed' and (e.occurred_at at time zone 'UTC')::date = t.done_on)))

-- I8 reason-entry: Every reason that a debtor gave is in the journal, and how it was verified
select 'reason ' || r.id from cases.reason r
 where not exists (select from journal.entry e
   where e.case_id = r.case_id and e.kind = 'reason-recorded' and strpos(e.body, r.id::text) > 0)
union all
select 'reason ' || r.id || ' verified' from cases.reason r
 where r.outcome is not null and not exists (select from journal.entry e
   where e.case_id = r.case_id and e.kind = 'reason-verified' and strpos(e.body, r.id::text) > 0)

-- I8 sent-entry: Every message taken as sent is in the journal of its day
with sent as (
  select case_id, sent_on, count(*) as messages from correspondence.message
   where state = 'taken_as_sent' group by case_id, sent_on),
written as (
  select case_id, (occurred_at at time zone 'UTC')::date as day, count(*) as entries from journal.entry
   where kind = 'taken-as-sent' group by 1, 2)
select 'case ' || s.case_id || ' on ' || s.sent_on from sent s
  left join written w on w.case_id = s.case_id and w.day = s.sent_on where s.messages > coalesce(w.entries, 0)

-- I8 delivery-entry: What became of every message that was handed over is in the journal of its case
with became (state, kind) as (values ('sent', 'message-sent'), ('uncertain', 'message-uncertain'), ('failed', 'message-failed'),
  ('bounced', 'message-bounced'))
select 'message ' || m.id || ' is ' || m.state from correspondence.message m join became b on b.state = m.state
 where not exists (select from journal.entry e where e.case_id = m.case_id and e.kind = b.kind and strpos(e.body, m.id::text) > 0)

-- I8 documents: Every document that is named is archived, unaltered, and seen by those who see what names it
with named as (
  select document, creditor_id, 'case ' || case_id || ', entry ' || seq as place from journal.entry where document is not null
  union all
  select document, creditor_id, 'terms ' || id from parties.terms where document is not null
  union all
  select document, creditor_id, 'acceptance ' || id from parties.acceptance where document is not null)
select n.place from named n
 where not exists (select from journal.document d where d.sha256 = n.document)
    or not exists (select from journal.document_scope s where s.sha256 = n.document and s.creditor_id = n.creditor_id)
union all
select 'document ' || encode(sha256, 'hex') from journal.document where sha256(bytes) <> sha256
