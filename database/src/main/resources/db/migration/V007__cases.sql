create sequence cases.case_number;
grant usage on sequence cases.case_number to duly_app;

-- The recovery of what one debtor owes one creditor in one currency.
create table cases.recovery_case (
  id uuid primary key,
  number bigint not null,
  creditor_id uuid not null,
  debtor_id uuid not null,
  currency char(3) not null,
  stage text not null check (stage in ('courtesy', 'reminder', 'negotiation', 'final_demand', 'placed', 'legal', 'closed')),
  opened_on date not null,
  closed_on date,
  closed_why text,
  next_action text check (next_action in ('send', 'call', 'allocate', 'verify', 'place', 'write_off', 'review', 'wait')),
  next_action_on date,
  -- the day on which the cycle decides again at the latest
  review_on date,
  -- why the next action is what it is, in a sentence
  because text,
  -- worklist order, higher first
  priority int not null default 0,
  -- something happened since the last decision
  touched boolean not null default false,
  owner_id uuid,
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id),
  -- invariant 5: no open case without a next action and its date
  constraint open_case_has_next_action check (
    stage = 'closed' or (next_action is not null and next_action_on is not null and review_on is not null and because is not null)),
  constraint closed_case_says_when_and_why check (
    (stage = 'closed') = (closed_on is not null) and (stage = 'closed') = (closed_why is not null))
) with (fillfactor = 80);
create unique index one_open_case on cases.recovery_case (debtor_id, currency) where stage <> 'closed';
create index case_by_number on cases.recovery_case (number);
create index case_review on cases.recovery_case (review_on) where stage <> 'closed';
create index case_touched on cases.recovery_case (debtor_id) where touched;
create index case_worklist on cases.recovery_case (priority desc, id) where next_action in ('send', 'call', 'allocate', 'verify', 'place', 'write_off', 'review') and stage <> 'closed';
grant insert, update on cases.recovery_case to duly_app;
call identity.scope_by_creditor('cases.recovery_case');

-- Whatever changes in the ledger wakes the open case it belongs to, in the same transaction.
create function cases.note_ledger_change() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform from recovery_case c where (c.debtor_id, c.currency) in (select a.debtor_id, a.currency from added a)
     and c.stage <> 'closed' and not c.touched order by c.id for no key update;
  update recovery_case c set touched = true where (c.debtor_id, c.currency) in (select a.debtor_id, a.currency from added a)
     and c.stage <> 'closed' and not c.touched;
  return null;
end $$;
create trigger wake_case after insert on ledger.posting referencing new table as added for each statement execute function cases.note_ledger_change();
create trigger wake_case after insert on ledger.invoice referencing new table as added for each statement execute function cases.note_ledger_change();
create trigger wake_case after insert on ledger.receipt referencing new table as added for each statement execute function cases.note_ledger_change();
create trigger wake_case after insert on ledger.credit_note referencing new table as added for each statement execute function cases.note_ledger_change();

-- A reason not to act: of one case, or of the debtor in every case (case_id null).
create table cases.hold (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid references cases.recovery_case,
  kind text not null check (kind in ('dispute', 'verification', 'promise', 'plan', 'hardship', 'cooling_off', 'insolvency', 'bank_data_stale', 'manual')),
  why text not null check (why <> ''),
  since date not null,
  until date check (until >= since),
  placed_by text not null,
  placed_at timestamptz not null default now(),
  lifted_on date,
  lifted_by text,
  lifted_why text,
  check ((lifted_on is null) = (lifted_by is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index hold_in_force on cases.hold (debtor_id) where lifted_on is null;
create index hold_case on cases.hold (case_id);
grant insert, update (lifted_on, lifted_by, lifted_why) on cases.hold to duly_app;
call identity.scope_by_creditor('cases.hold');

-- Why the debtor says it has not paid, and how that was checked (P26).
create table cases.reason (
  id uuid primary key,
  creditor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  category text not null check (category in ('not_received', 'goods_missing', 'goods_defective', 'price_wrong', 'duplicate', 'already_paid', 'not_ordered', 'no_money', 'approval_pending', 'third_party', 'hardship', 'other')),
  own_words text not null,
  stated_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  whom_to_ask text,
  outcome text check (outcome in ('confirmed', 'refuted', 'unclear')),
  verified_on date,
  verified_how text,
  impression text,
  check ((outcome is null) = (verified_on is null))
);
create index reason_case on cases.reason (case_id);
grant insert, update (whom_to_ask, outcome, verified_on, verified_how, impression) on cases.reason to duly_app;
call identity.scope_by_creditor('cases.reason');

-- A contested amount on an invoice; that part is neither chased nor charged while open.
create table cases.dispute (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  invoice_id uuid not null references ledger.invoice,
  amount bigint not null check (amount > 0),
  why text not null check (why <> ''),
  opened_on date not null,
  answer_due_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  closed_on date,
  outcome text check (outcome in ('upheld', 'rejected', 'withdrawn', 'settled')),
  check ((closed_on is null) = (outcome is null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index dispute_open on cases.dispute (debtor_id) where closed_on is null;
create index dispute_invoice on cases.dispute (invoice_id);
create unique index one_open_dispute on cases.dispute (invoice_id) where closed_on is null;
grant insert, update (closed_on, outcome) on cases.dispute to duly_app;
call identity.scope_by_creditor('cases.dispute');

create table cases.task (
  id uuid primary key,
  creditor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  kind text not null check (kind in ('call', 'verify', 'reply', 'approve', 'complete_file', 'review', 'allocate', 'place', 'write_off')),
  why text not null,
  step text,
  created_on date not null,
  due_on date not null,
  assigned_to uuid,
  done_on date,
  done_by text,
  outcome text,
  check ((done_on is null) = (done_by is null))
);
create unique index one_open_task_of_a_kind on cases.task (case_id, kind) where done_on is null;
create index task_case on cases.task (case_id);
grant insert, update (due_on, assigned_to, done_on, done_by, outcome) on cases.task to duly_app;
call identity.scope_by_creditor('cases.task');

-- Invariant 6: a step is taken once per invoice and policy step.
create table cases.step_taken (
  invoice_id uuid not null,
  step text not null,
  taken_on date not null,
  case_id uuid not null,
  creditor_id uuid not null,
  primary key (invoice_id, step)
);
grant insert on cases.step_taken to duly_app;
call journal.append_only('cases.step_taken');
call identity.scope_by_creditor('cases.step_taken');

-- What a person said of the case file's checklist where the facts alone do not tell (P06).
create table cases.checklist_mark (
  case_id uuid not null references cases.recovery_case,
  creditor_id uuid not null,
  item text not null,
  state text not null check (state in ('there', 'missing', 'not_needed')),
  supplied_by text,
  marked_by text not null,
  marked_at timestamptz not null default now(),
  primary key (case_id, item)
);
grant insert, update (state, supplied_by, marked_by, marked_at) on cases.checklist_mark to duly_app;
call identity.scope_by_creditor('cases.checklist_mark');
