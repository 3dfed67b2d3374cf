-- The worklist is read creditor by creditor and merged, so that a person of one creditor among hundreds does not wade
-- through the lines of the others, and row security finds nothing to hide.
drop index cases.case_worklist;
create index case_worklist on cases.recovery_case (creditor_id, priority desc, id)
  where next_action in ('send', 'call', 'allocate', 'verify', 'place', 'write_off', 'review') and stage <> 'closed';
-- Kinds of which there are few among many drafts.
create index case_worklist_kind on cases.recovery_case (creditor_id, next_action, priority desc, id)
  where next_action in ('call', 'allocate', 'verify', 'place', 'write_off', 'review') and stage <> 'closed';
create index case_waiting on cases.recovery_case (creditor_id, review_on, id)
  where next_action = 'wait' and stage <> 'closed';
