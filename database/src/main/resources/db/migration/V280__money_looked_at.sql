-- Who looked into money before a call and found that it does not stand against it (P08): nobody is called as if nothing had come.
create table calls.money_looked (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  receipt_id uuid references ledger.receipt,
  credit_note_id uuid references ledger.credit_note,
  -- what was left of it then, minor units: when more is free again it is looked at again
  amount bigint not null check (amount > 0),
  why text not null check (why <> '' and length(why) <= 500),
  looked_by text not null,
  looked_on date not null,
  recorded_at timestamptz not null,
  check (num_nonnulls(receipt_id, credit_note_id) = 1),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index money_looked_debtor on calls.money_looked (debtor_id);
create index money_looked_receipt on calls.money_looked (receipt_id) where receipt_id is not null;
create index money_looked_credit_note on calls.money_looked (credit_note_id) where credit_note_id is not null;
grant insert on calls.money_looked to duly_app;
call journal.append_only('calls.money_looked');
call identity.scope_by_creditor('calls.money_looked');

-- Talks, what is typed in them and their plans are the house's: a client sees what was done, which the journal tells.
create policy house on calls.call as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on calls.draft as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on calls.plan_line as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on calls.money_looked as restrictive to duly_desk using ((select identity.of_the_house()));

-- Why the next step is the next one speaks of holds, reasons and what we think of a debtor.
create policy house on cycle.decision as restrictive to duly_desk using ((select identity.of_the_house()));
