-- I11 days-in-order: Business days are run one after the other
with ordered as (
  select day, started_at, lag(coalesce(finished_at, started_at)) over (order by day) as before from cycle.day)
select day::text from ordered where started_at < before
union all
select day::text from cycle.day where finished_at < started_at

-- I11 chunks-done: A day is finished when all of its parts are done
select 'part ' || c.no || ' of ' || c.day from cycle.chunk c join cycle.day d on d.day = c.day
 where d.finished_at is not null and not c.done and d.day < (select max(day) from cycle.day)

-- I11 days-known: Cases, decisions, steps and messages are of business days that were run
with used as (
  select decided_on as day, 'decision' as what from cycle.decision group by 1
  union all select taken_on, 'step' from cases.step_taken group by 1
  union all select planned_on, 'message' from correspondence.message where purpose = 'demand' and step <> 'own-words' group by 1
  union all select opened_on, 'case' from cases.recovery_case group by 1)
select u.what || ' of ' || u.day from used u where not exists (select from cycle.day d where d.day = u.day)

-- I11 arrivals: What was kept back for a day has arrived when that day was run
select k.kind || ' of line ' || k.line || ' of file ' || f.name || ', for ' || k.arrives_on
  from intake.kept_back k join intake.file f on f.id = k.file_id, last_finished l
 where k.arrived_at is null and k.arrives_on <= l.day and f.imported_at < l.started_at
