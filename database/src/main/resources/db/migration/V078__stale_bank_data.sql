-- Up to which day the bank data of each creditor is known: by the account that is furthest behind, of those that are in use.
create view banking.freshness with (security_invoker = true) as
  select creditor_id, min(known_to) as known_to, (array_agg(number order by known_to, number))[1] as number
    from banking.account where closed_on is null and known_to is not null group by creditor_id;

-- A reason not to act on any debt of a creditor: its bank data is too old to say what was paid (P08). One row for the
-- creditor, not one for each of its cases; it is placed by the cycle and lifted by the statement that ends it.
create table cases.creditor_hold (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  kind text not null check (kind = 'bank_data_stale'),
  why text not null check (why <> ''),
  since date not null,
  -- how many days old bank data may be by the creditor's policy
  days int not null check (days >= 0),
  placed_by text not null,
  placed_at timestamptz not null default now(),
  lifted_on date,
  lifted_by text,
  lifted_why text,
  check ((lifted_on is null) = (lifted_by is null))
);
create unique index one_creditor_hold on cases.creditor_hold (creditor_id, kind) where lifted_on is null;
grant insert, update (lifted_on, lifted_by, lifted_why) on cases.creditor_hold to duly_app;
call identity.scope_by_creditor('cases.creditor_hold');

-- The cases that were decided that day and wait until the next are looked at again at once.
create function cases.note_hold_of_creditor_lifted() returns trigger language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  perform from recovery_case c join changed n on n.creditor_id = c.creditor_id and c.review_on = n.lifted_on + 1
     where c.stage <> 'closed' and c.next_action = 'wait' and not c.touched order by c.id for no key update of c;
  update recovery_case c set touched = true from changed n
   where n.creditor_id = c.creditor_id and c.review_on = n.lifted_on + 1 and c.stage <> 'closed' and c.next_action = 'wait' and not c.touched;
  return null;
end $$;
create trigger wake_case after update on cases.creditor_hold referencing new table as changed
  for each statement execute function cases.note_hold_of_creditor_lifted();
