-- One row a business date: the watermark of the daily cycle (invariant 11).
create table cycle.day (
  day date primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  planned boolean not null default false
);
grant insert, update on cycle.day to duly_app;

-- A part of a day's work: the accounts of debtors from..to. Claimed by locking the row for the length of its one transaction.
create table cycle.chunk (
  day date not null references cycle.day,
  no int not null,
  from_debtor uuid not null,
  to_debtor uuid not null,
  done boolean not null default false,
  cases int not null default 0,
  decided int not null default 0,
  messages int not null default 0,
  tasks int not null default 0,
  waiting int not null default 0,
  failed int not null default 0,
  primary key (day, no)
);
grant insert, update, delete on cycle.chunk to duly_app;

-- What the policy said of one case on one business date; nth counts decisions of the same day after something happened.
create table cycle.decision (
  case_id uuid not null references cases.recovery_case,
  decided_on date not null,
  nth smallint not null default 0,
  creditor_id uuid not null,
  action text not null check (action in ('send', 'ask', 'wait', 'close')),
  step text,
  next_action text,
  next_action_on date,
  review_on date,
  -- minor units, as it was that day
  open_balance bigint not null,
  policy text not null,
  -- JSON array of {rule, text}, the deciding one first
  reasons text not null,
  primary key (case_id, decided_on, nth)
);
grant insert on cycle.decision to duly_app;
call journal.append_only('cycle.decision');
call identity.scope_by_creditor('cycle.decision');

-- An account whose decision failed: set aside with its error, shown, and retried (invariant 10).
create table cycle.set_aside (
  creditor_id uuid not null,
  debtor_id uuid not null,
  currency char(3) not null,
  day date not null,
  error text not null,
  at timestamptz not null,
  resolved_on date,
  primary key (debtor_id, currency, day)
);
create index set_aside_open on cycle.set_aside (debtor_id) where resolved_on is null;
grant insert, update (error, at, resolved_on) on cycle.set_aside to duly_app;
call identity.scope_by_creditor('cycle.set_aside');
