-- I4 bank-statement-sum: A statement has the booked entries that it counts, and they make its sum
select 'statement ' || s.id from banking.statement s
  join banking.account a on a.id = s.account_id
  left join lateral (
    select count(distinct e.line) as entries, coalesce(sum(e.amount) filter (where e.currency = a.currency), 0) as total
      from banking.entry e where e.statement_id = s.id and e.booked) e on true
 where (s.entries, s.total) is distinct from (e.entries, e.total)

-- I4 bank-receipt: Every booked payment that came in and was told of first brought a receipt of its amount, and nothing else did
select 'entry ' || e.id from banking.entry e
  join banking.statement s on s.id = e.statement_id
  left join ledger.receipt r on r.id = e.receipt_id
 where (s.kind <> 'intraday' and e.booked and e.amount > 0 and not e.reversal and e.return_code is null and e.return_text is null and e.same_as is null)
     is distinct from (e.receipt_id is not null)
    or e.receipt_id is not null and (r.id is null or (r.amount, r.currency, r.received_on, r.creditor_id) is distinct from (e.amount, e.currency, e.day, e.creditor_id))

-- I4 bank-receipt-once: Money from the bank is in the ledger once, by the entry that its receipt names
select 'receipt ' || r.id from ledger.receipt r
 where r.source_key like 'bank:%'
   and not exists (select from banking.entry e where e.receipt_id = r.id and 'bank:' || e.id = r.source_key)

-- I4 bank-same-payment: A payment that was told of before is one of the same account and amount, or one of a sum and its parts
select 'entry ' || e.id from banking.entry e join banking.entry o on o.id = e.same_as
 where o.same_as is not null or o.account_id <> e.account_id or o.currency <> e.currency or not o.booked
    or o.amount <> e.amount
   and (select sum(p.amount) from banking.entry p where p.statement_id = e.statement_id and p.line = e.line)
     <> (select sum(p.amount) from banking.entry p where p.statement_id = o.statement_id and p.line = o.line)

-- I4 bank-gap-told: Whatever is missing between two statements was told when the later of them came
with placed as (
  select s.id, s.account_id, s.file_id, coalesce(s.from_day, s.opening_on) as begins, s.closing_on as ends, s.opening, s.closing
    from banking.statement s where s.kind = 'booked' and s.opening is not null and s.closing is not null),
told as (
  select coalesce(e.same_as, e.id) as root, e.statement_id from banking.entry e
   where e.same_as is not null or exists (select from banking.entry o where o.same_as = e.id)),
loose as (
  select h.*, n.ends as nearest,
         coalesce(n.ends, (select max(q.ends) from placed q where q.account_id = h.account_id and q.ends < h.ends)) as last
    from placed h cross join lateral (
      select max(q.ends) as ends from placed q
       where q.account_id = h.account_id and q.ends <= case when h.begins < h.ends then h.begins else h.ends - 1 end) n)
select 'statement ' || h.id from loose h
 where h.last is not null
   and not exists (select from placed p where p.account_id = h.account_id and p.id <> h.id and p.closing = h.opening and p.begins <= h.begins
     and (p.ends = h.ends or p.ends = h.nearest))
   and not exists (select from told a join told b on b.root = a.root join placed p on p.id = b.statement_id
     where a.statement_id = h.id and (p.begins, p.ends, p.id) < (h.begins, h.ends, h.id))
   and not exists (select from intake.finding f where f.code = 'statement-gap'
     and (f.file_id = h.file_id or f.file_id in (select p.file_id from placed p where p.account_id = h.account_id and p.ends = h.last)))

-- I4 bank-known-to: An account is known to the end of the unbroken chain from the first statement that came, or of a download
with recursive placed as (
  select s.id, s.account_id, coalesce(s.from_day, s.opening_on) as begins, s.closing_on as ends, s.opening, s.closing, s.taken_at
    from banking.statement s where s.kind = 'booked' and s.opening is not null and s.closing is not null),
told as (
  select coalesce(e.same_as, e.id) as root, e.statement_id from banking.entry e
   where e.same_as is not null or exists (select from banking.entry o where o.same_as = e.id)),
leads as materialized (
  select p.id as one, h.id as next from placed h
   cross join lateral (
     select max(q.ends) as ends from placed q
      where q.account_id = h.account_id and q.ends <= case when h.begins < h.ends then h.begins else h.ends - 1 end) n
    join placed p on p.account_id = h.account_id and p.id <> h.id and p.closing = h.opening and p.begins <= h.begins and (p.ends = h.ends or p.ends = n.ends)
  union
  select p.id, h.id from placed h join told a on a.statement_id = h.id join told b on b.root = a.root join placed p on p.id = b.statement_id
   where (p.begins, p.ends, p.id) < (h.begins, h.ends, h.id)
  union
  select g.before_id, g.statement_id from banking.accepted_gap g),
reached (id) as (
  select id from (select distinct on (account_id) id from placed order by account_id, taken_at, ends, begins, id) first
  union
  select l.next from reached r join leads l on l.one = r.id),
known as (
  select account_id, max(day) as day from (
    select p.account_id, p.ends as day from reached r join placed p on p.id = r.id
    union all
    select s.account_id, coalesce(s.closing_on, s.to_day) from banking.statement s
     where s.kind = 'download' or s.kind = 'booked' and (s.opening is null or s.closing is null)) d group by account_id)
select 'account ' || a.id from banking.account a left join known k on k.account_id = a.id
 where a.known_to is distinct from k.day
   -- nobody knows today what is booked tomorrow: a statement that bears a later day than that on which it came was told
   and not (a.known_to < k.day and exists (select from banking.statement s join intake.finding f on f.file_id = s.file_id
     where s.account_id = a.id and f.code = 'statement-ahead'))

-- I4 stale-hold-over: No creditor is held for old bank data when it is recent enough
select 'creditor ' || h.creditor_id from cases.creditor_hold h cross join last_finished l
  left join banking.freshness f on f.creditor_id = h.creditor_id
 where h.lifted_on is null and h.since <= l.day and (f.known_to is null or l.day - f.known_to <= h.days)
