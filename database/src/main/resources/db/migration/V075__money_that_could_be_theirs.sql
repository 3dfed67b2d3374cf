-- Money that could be a debtor's stops contact (P08): whoever is named for it is looked at again by the next run.
create function cases.note_candidate() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform from recovery_case c where c.debtor_id in (select a.debtor_id from added a) and c.stage <> 'closed'
    order by c.id for no key update;
  update recovery_case c set touched = true
   where c.debtor_id in (select a.debtor_id from added a) and c.stage <> 'closed' and not c.touched;
  return null;
end $$;
create trigger wake_case after insert on ledger.receipt_candidate referencing new table as added
  for each statement execute function cases.note_candidate();
