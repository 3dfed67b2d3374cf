-- What needs a second person beside messages: the accounts that debtors are told to pay to, and who is made manager or administrator.
-- What was proposed and what became of it are rows of their own; both only grow.
create table identity.proposal (
  id uuid primary key,
  kind text not null check (kind in ('pay-to', 'role', 'return')),
  -- whose accounts
  creditor_id uuid references parties.creditor,
  -- whose rights
  person_id uuid references identity.person,
  -- as it stood when it was proposed; where that is no longer so, the proposal is of no use
  was text not null,
  becomes text not null check (becomes <> was),
  proposed_by uuid not null references identity.person,
  proposed_from text not null default '',
  proposed_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > proposed_at),
  about uuid not null generated always as (coalesce(person_id, creditor_id)) stored,
  check ((kind = 'pay-to') = (creditor_id is not null)),
  check ((kind <> 'pay-to') = (person_id is not null)),
  -- nobody proposes anything for themself
  check (person_id is null or person_id <> proposed_by),
  unique (id, about, proposed_by, expires_at)
);
create index proposal_by_end on identity.proposal (expires_at);
create index proposal_of_person on identity.proposal (person_id, proposed_at desc) where person_id is not null;
create index proposal_of_creditor on identity.proposal (creditor_id, proposed_at desc) where creditor_id is not null;
create index proposal_by on identity.proposal (proposed_by, proposed_at desc);
grant insert on identity.proposal to duly_app;
call journal.append_only('identity.proposal');

-- The key makes it one for each: of two who say yes at the same time one is too late.
create table identity.proposal_decision (
  proposal_id uuid primary key,
  outcome text not null check (outcome in ('approved', 'alone', 'declined', 'withdrawn', 'replaced', 'overtaken')),
  decided_by uuid not null references identity.person,
  decided_from text not null default '',
  decided_at timestamptz not null,
  reason text not null default '' check (length(reason) <= 500),
  -- as the proposal has them, so that the rules below are held here
  about uuid not null,
  proposed_by uuid not null,
  expires_at timestamptz not null,
  foreign key (proposal_id, about, proposed_by, expires_at) references identity.proposal (id, about, proposed_by, expires_at),
  constraint nobody_approves_their_own check (outcome not in ('approved', 'declined') or decided_by <> proposed_by),
  constraint nobody_approves_their_own_rights check (outcome not in ('approved', 'alone') or decided_by <> about),
  constraint their_own_alone check (outcome not in ('alone', 'withdrawn') or decided_by = proposed_by),
  constraint in_time check (outcome not in ('approved', 'alone') or decided_at < expires_at),
  constraint declined_for_a_reason check (outcome <> 'declined' or reason ~ '\S')
);
create index proposal_decision_by_time on identity.proposal_decision (decided_at);
grant insert on identity.proposal_decision to duly_app;
call journal.append_only('identity.proposal_decision');

-- Until when somebody has read what became of their proposals.
create table identity.answers_read (
  person_id uuid primary key references identity.person,
  until timestamptz not null
);
grant insert, update (until) on identity.answers_read to duly_app;

-- By which proposal the accounts of a letterhead became others; null where they stayed, or were changed at the command line.
alter table correspondence.branding add column proposal_id uuid references identity.proposal;
