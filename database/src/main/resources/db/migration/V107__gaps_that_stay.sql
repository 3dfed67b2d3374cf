-- What is missing between two statements and will never come: a person said so, and the chain goes on.
alter table banking.statement add constraint statement_of_account unique (id, account_id);
create table banking.accepted_gap (
  -- the statement before which something is missing
  statement_id uuid primary key,
  -- the one after which it is missing
  before_id uuid not null check (before_id <> statement_id),
  account_id uuid not null,
  creditor_id uuid not null,
  -- minor units of the account's currency that the missing statements add up to
  amount bigint not null,
  why text not null check (why <> ''),
  actor text not null,
  accepted_on date not null,
  accepted_at timestamptz not null,
  foreign key (statement_id, account_id) references banking.statement (id, account_id),
  foreign key (before_id, account_id) references banking.statement (id, account_id),
  foreign key (account_id, creditor_id) references banking.account (id, creditor_id)
);
create index accepted_gap_account on banking.accepted_gap (account_id);
create index accepted_gap_before on banking.accepted_gap (before_id);
grant insert on banking.accepted_gap to duly_app;
call journal.append_only('banking.accepted_gap');
call identity.scope_by_creditor('banking.accepted_gap');

-- A map that a person does not want any more goes.
grant delete on banking.csv_map to duly_app;
