-- What debtors ask for that goes further than they may agree to alone: payments with their days, until a person says yes or no.
create function agreements.sum_of(amounts bigint[]) returns bigint language sql immutable parallel safe
  as $$ select coalesce(sum(a), 0)::bigint from unnest(amounts) a $$;
-- Each day is after the one before it.
create function agreements.go_forward(days date[]) returns boolean language sql immutable parallel safe
  as $$ select coalesce(bool_and(days[n] > days[n - 1]), true) from generate_series(2, cardinality(days)) n $$;

create table agreements.counter_offer (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  case_id uuid not null references cases.recovery_case,
  currency char(3) not null,
  owed bigint not null check (owed > 0),
  interest bigint not null check (interest >= 0),
  days date[] not null check (cardinality(days) between 1 and 121 and agreements.go_forward(days)),
  amounts bigint[] not null check (0 < all (amounts)),
  own_words text check (length(own_words) <= 1000),
  told_on date not null,
  told_at timestamptz not null,
  told_by text not null,
  -- by then they hear from us; until then a hold keeps reminders away
  answer_by date not null check (answer_by >= told_on),
  hold_id uuid not null references cases.hold,
  outcome text check (outcome in ('agreed', 'asked_above', 'declined', 'replaced')),
  -- what they are told, in a person's words
  answer text check (length(answer) <= 1000),
  answered_on date,
  answered_by text,
  check (cardinality(days) = cardinality(amounts)),
  check (agreements.sum_of(amounts) = owed + interest),
  check ((outcome is null) = (answered_on is null) and (outcome is null) = (answered_by is null)),
  check (outcome is distinct from 'declined' or length(btrim(answer)) > 0),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
-- Asked for again, the later one is what they ask for.
create unique index one_counter_offer_of_a_case on agreements.counter_offer (case_id) where outcome is null;
create index counter_offer_of_debtor on agreements.counter_offer (debtor_id, told_on desc);
grant insert, update (outcome, answer, answered_on, answered_by) on agreements.counter_offer to duly_app;
grant select on agreements.counter_offer to duly_app, duly_desk, duly_reader;
call identity.scope_by_creditor('agreements.counter_offer');

grant select (id, debtor_id, case_id, currency, days, amounts, own_words, told_on, answer_by, outcome, answer, answered_on) on agreements.counter_offer to duly_debtor;
create policy theirs on agreements.counter_offer to duly_debtor using (debtor_id = (select identity.debtor()));
