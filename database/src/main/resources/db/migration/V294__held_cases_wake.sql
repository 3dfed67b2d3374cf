-- All cases that bank data held are looked at again at once when it is there (P08), not only those that wait: what a person was asked to
-- do for a case is decided about again too. What was decided while it held is due on the day after.
create or replace function cases.note_hold_of_creditor_lifted() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform from recovery_case c join changed n on n.creditor_id = c.creditor_id and c.review_on = n.lifted_on + 1
     where c.stage <> 'closed' and not c.touched order by c.id for no key update of c;
  update recovery_case c set touched = true from changed n
   where n.creditor_id = c.creditor_id and c.review_on = n.lifted_on + 1 and c.stage <> 'closed' and not c.touched;
  return null;
end $$;

-- Tasks to allocate money that was allocated long ago end with the next run.
create index task_allocate on cases.task (case_id) where kind = 'allocate' and done_on is null;
update cases.recovery_case c set touched = true
  from cases.task t where t.case_id = c.id and t.kind = 'allocate' and t.done_on is null and c.stage <> 'closed' and not c.touched;
