-- Invariant 12: what stops contact does so the moment it is recorded, whoever records it and by whatever way. The triggers
-- withdraw the drafts that wait and wake the case, so that the next run decides again.
create function correspondence.withdraw_drafts(of_debtor uuid, of_case uuid, naming uuid, by_channels text[], why text)
  returns void language sql security definer set search_path = correspondence, pg_temp as $$
  update message set state = 'withdrawn', withdrawn_why = why
   where debtor_id = of_debtor and state = 'checked'
     and (of_case is null or case_id = of_case)
     and (naming is null or naming = any (invoice_ids))
     and (by_channels is null or channel = any (by_channels))
$$;
revoke execute on function correspondence.withdraw_drafts from public;

-- Waits for a run that is deciding the case, so that neither its "decided" nor its draft is left standing: the lock must
-- not look at touched, for the row read before the wait may say true where the run is about to write false.
create function cases.wake(of_debtor uuid, of_case uuid) returns void
  language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform from recovery_case where debtor_id = of_debtor and (of_case is null or id = of_case) and stage <> 'closed'
    order by id for no key update;
  update recovery_case set touched = true
   where debtor_id = of_debtor and (of_case is null or id = of_case) and stage <> 'closed' and not touched;
end $$;
revoke execute on function cases.wake from public;

create function cases.note_hold() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform cases.wake(new.debtor_id, new.case_id);
  if tg_op = 'INSERT' then
    perform correspondence.withdraw_drafts(new.debtor_id, new.case_id, null, null, 'hold (' || new.kind || '): ' || new.why);
  end if;
  return null;
end $$;
create trigger stop_contact after insert or update on cases.hold for each row execute function cases.note_hold();

create function cases.note_dispute() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform cases.wake(new.debtor_id, null);
  if tg_op = 'INSERT' then
    perform correspondence.withdraw_drafts(new.debtor_id, null, new.invoice_id, null, 'dispute: ' || new.why);
  end if;
  return null;
end $$;
create trigger stop_contact after insert or update on cases.dispute for each row execute function cases.note_dispute();

-- The daily cycle writes its verdict on a promise itself and has decided then: only a new promise and a superseded one wake the case.
create function agreements.note_promise() returns trigger language plpgsql security definer set search_path = agreements, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform cases.wake(new.debtor_id, new.case_id);
    perform correspondence.withdraw_drafts(new.debtor_id, new.case_id, null, null, 'promise due ' || new.due_on);
  elsif new.outcome = 'superseded' and old.outcome is null then
    perform cases.wake(new.debtor_id, new.case_id);
  end if;
  return null;
end $$;
create trigger stop_contact after insert or update on agreements.promise for each row execute function agreements.note_promise();

-- "Please write only": honoured at once in every queue.
create function cases.note_wish() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  if tg_op = 'INSERT' or (new.refused_channels, new.not_at_work, new.right_party)
      is distinct from (old.refused_channels, old.not_at_work, old.right_party) then
    perform cases.wake(new.debtor_id, null);
    perform correspondence.withdraw_drafts(new.debtor_id, null, null, new.refused_channels, 'the contact person does not wish it');
  end if;
  return null;
end $$;
create trigger honour_wish after insert or update on parties.contact_person for each row execute function cases.note_wish();

-- The same wait for what changes in the ledger.
create or replace function cases.note_ledger_change() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform from recovery_case c where (c.debtor_id, c.currency) in (select a.debtor_id, a.currency from added a)
     and c.stage <> 'closed' order by c.id for no key update;
  update recovery_case c set touched = true where (c.debtor_id, c.currency) in (select a.debtor_id, a.currency from added a)
     and c.stage <> 'closed' and not c.touched;
  return null;
end $$;
