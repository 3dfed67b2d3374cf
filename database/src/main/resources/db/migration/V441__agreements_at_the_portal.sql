-- What a debtor reads of what was agreed: the plan with its instalments, and whether they said yes to it.
do $$
declare
  shown record;
begin
  for shown in
    select * from (values
      ('agreements.plan', 'id, debtor_id, case_id, currency, kind, owed, debt, interest, made_on, on_miss, ended_on', 'debtor_id = (select identity.debtor())'),
      ('agreements.instalment', 'plan_id, nth, due_on, amount', 'exists (select from agreements.plan p where p.id = plan_id)'),
      ('correspondence.recap', 'message_id, debtor_id, case_id, plan_id, promise_id, again_of, acknowledged_at', 'debtor_id = (select identity.debtor())')
    ) as t (tab, columns, theirs)
  loop
    execute format('grant select (%s) on %s to duly_debtor', shown.columns, shown.tab);
    execute format('create policy theirs on %s to duly_debtor using (%s)', shown.tab, shown.theirs);
  end loop;
end $$;
grant select (plan_id, nth) on agreements.promise to duly_debtor;
