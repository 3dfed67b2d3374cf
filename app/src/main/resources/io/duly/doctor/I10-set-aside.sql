-- I10 set-aside-retried: What was set aside is tried again by every run
select 'debtor ' || s.debtor_id || ' in ' || s.currency || ' since ' || s.day from cycle.set_aside s, last_finished l
 where s.resolved_on is null and s.day < l.day
