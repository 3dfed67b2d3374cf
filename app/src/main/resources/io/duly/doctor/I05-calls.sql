-- I5 call-ended: Every call that ended has an outcome, a next step with its day, and its line in the contact ledger
select 'call ' || k.id from calls.call k left join correspondence.contact c on c.id = k.contact_id
 where k.ended_at is not null and (k.outcome is null or k.next_step is null or k.next_on is null or c.id is null
    or c.debtor_id <> k.debtor_id or c.channel <> 'call' or c.direction <> k.direction)

-- I5 call-chased: Of every call that was left open for a day its caller was asked for the note
select 'call ' || k.id from calls.call k join calls.draft d on d.call_id = k.id join cases.recovery_case c on c.id = k.case_id
 where k.ended_at is null and d.saved_at < now() - interval '1 day' and c.stage <> 'closed'
   and (k.chased_at is null
     or not exists (select from cases.task t where t.case_id = k.case_id and t.kind = 'review' and t.created_on >= (k.began_at at time zone 'UTC')::date - 1))

-- I3 call-alone: A debtor has one call under way at most
select 'debtor ' || debtor_id from calls.call where ended_at is null group by debtor_id having count(*) > 1

-- I8 call-entry: Every call that ended has its line in the journal of its case
select 'call ' || k.id from calls.call k
 where k.ended_at is not null and not exists (select from journal.entry e
   where e.case_id = k.case_id and e.kind = 'call-ended' and strpos(e.body, k.id::text) > 0)
