-- Old bank data is looked into before a call as unallocated money is (P08): who looked elsewhere, and how they know. For the day.
alter table calls.money_looked
  add column creditor_hold_id uuid references cases.creditor_hold,
  alter column amount drop not null,
  drop constraint money_looked_check,
  add constraint looked_at_one_thing check (num_nonnulls(receipt_id, credit_note_id, creditor_hold_id) = 1),
  add constraint money_has_its_amount check ((amount is null) = (creditor_hold_id is not null));
