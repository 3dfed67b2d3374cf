-- Since when somebody buys here, and who looks after them (P11): whoever is named is told what happens to the debt.
alter table parties.debtor
  add column customer_since date check (customer_since between '1800-01-01' and '2199-12-31'),
  add column account_manager text check (account_manager = btrim(account_manager) and length(account_manager) between 1 and 200),
  add column account_manager_email text check (length(account_manager_email) between 3 and 320);
grant update (customer_since, account_manager, account_manager_email) on parties.debtor to duly_app;
create index debtor_with_account_manager on parties.debtor (id) where account_manager_email is not null;

-- What an account manager is told by e-mail: a line of the journal each. It goes to our side, so it is no contact with the debtor.
create table correspondence.house_mail (
  id uuid primary key default gen_random_uuid(),
  creditor_id uuid not null references parties.creditor,
  debtor_id uuid not null,
  case_id uuid not null,
  seq int not null check (seq > 0),
  -- of the line: what it is about
  kind text not null,
  recipient text not null,
  recipient_name text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'given_up')),
  made_at timestamptz not null,
  due_at timestamptz not null,
  -- a node is sending it until then at the latest
  claimed_until timestamptz,
  attempts int not null default 0 check (attempts >= 0),
  sent_at timestamptz,
  -- the server's answer, or why it did not go
  last_answer text,
  check ((state = 'sent') = (sent_at is not null)),
  unique (case_id, seq),
  foreign key (case_id, seq) references journal.entry,
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index house_mail_waiting on correspondence.house_mail (due_at) where state = 'waiting';
create index house_mail_of_debtor on correspondence.house_mail (debtor_id, made_at desc);
grant insert, update (state, due_at, claimed_until, attempts, sent_at, last_answer) on correspondence.house_mail to duly_app;
call identity.scope_by_creditor('correspondence.house_mail');

-- Sets down what account managers are to be told of the lines of these cases that were just written. What is asked of a manager
-- before a hard step is told because the account manager may know better.
create function correspondence.tell_account_managers(cases uuid[], since int[], now timestamptz) returns void language sql as $$
  insert into correspondence.house_mail (creditor_id, debtor_id, case_id, seq, kind, recipient, recipient_name, made_at, due_at)
  select e.creditor_id, d.id, e.case_id, e.seq, e.kind, d.account_manager_email, d.account_manager, now, now
    from unnest(cases, since) told (case_id, seq)
    join journal.entry e on e.case_id = told.case_id and e.seq > told.seq
     and (e.kind in ('opened', 'closed', 'dispute-opened') or e.kind = 'decided' and e.body like '%"task":"approve"%')
    join cases.recovery_case c on c.id = e.case_id
    join parties.debtor d on d.id = c.debtor_id and d.account_manager_email is not null
$$;
revoke execute on function correspondence.tell_account_managers from public;
grant execute on function correspondence.tell_account_managers to duly_app;
