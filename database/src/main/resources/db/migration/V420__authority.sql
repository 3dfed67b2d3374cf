-- How far each creditor's people, and its debtors alone, may go when something is agreed (P31), and what an agreement is by default. Each change is a version
-- of its own: who changed whose limits, and when, stays. A holder without a row has the limits that are shipped.
create table agreements.bargain_rules (
  creditor_id uuid not null references parties.creditor,
  version int not null check (version > 0),
  -- what money costs the creditor, per cent a year: what a later payment is worth today
  money_costs numeric(5, 2) not null check (money_costs between 0 and 100),
  -- of what is outstanding while a plan runs, per cent a year; 0: none, as long as it is kept
  plan_interest numeric(5, 2) not null check (plan_interest between 0 and 100),
  on_miss text not null check (on_miss in ('one_grace', 'renegotiate', 'falls_due')),
  -- after an instalment's day, before it is missed
  grace_days int not null check (grace_days between 0 and 30),
  set_by text not null,
  set_at timestamptz not null,
  -- by which it was put in force, where somebody else had to say yes
  proposal_id uuid references identity.proposal,
  primary key (creditor_id, version)
);
grant insert on agreements.bargain_rules to duly_app;
call journal.append_only('agreements.bargain_rules');
call identity.scope_by_creditor('agreements.bargain_rules');

create table agreements.authority (
  creditor_id uuid not null,
  version int not null,
  holder text not null check (holder in ('debtor', 'collector', 'senior', 'manager')),
  -- per cent of the debt that a plan begins with
  least_down int not null check (least_down between 0 and 100),
  most_instalments int not null check (most_instalments between 1 and 120),
  -- from the day on which it is agreed to the last payment
  longest_days int not null check (longest_days between 0 and 3660),
  -- per cent of the debt that a settlement forgives
  deepest_discount int not null check (deepest_discount between 0 and 100),
  primary key (creditor_id, version, holder),
  foreign key (creditor_id, version) references agreements.bargain_rules
);
grant insert on agreements.authority to duly_app;
call journal.append_only('agreements.authority');
call identity.scope_by_creditor('agreements.authority');
