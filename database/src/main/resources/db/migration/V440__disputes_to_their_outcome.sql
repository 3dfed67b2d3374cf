-- Our side of a dispute (P09, P26): its receipt is acknowledged, somebody may be asked who knows, and the debtor has our answer by a day.
-- acknowledge_by is null where nobody is waiting to hear that it arrived: it came with a list, or the question is our own.
alter table cases.dispute
  add column acknowledge_by date check (acknowledge_by >= opened_on),
  add column acknowledged_on date check (acknowledged_on >= opened_on),
  add column acknowledged_how text check (acknowledged_how in ('told', 'written', 'answered')),
  add column acknowledged_by text,
  -- what the debtor was told in the end
  add column answer text check (answer <> ''),
  -- a manager was told that our answer is late
  add column escalated_on date,
  -- that tells the debtor why the amount is owed, with the documents
  add column explanation_id uuid references correspondence.message,
  add constraint acknowledged_by_somebody check (
    (acknowledged_on is null) = (acknowledged_how is null) and (acknowledged_on is null) = (acknowledged_by is null));
create index dispute_answer_due on cases.dispute (answer_due_on) where closed_on is null;
create index dispute_of_explanation on cases.dispute (explanation_id) where explanation_id is not null;
grant update (acknowledge_by, acknowledged_on, acknowledged_how, acknowledged_by, answer, escalated_on, explanation_id) on cases.dispute to duly_app;

-- Whom we asked about a dispute, by when we want to know, and what they said.
create table cases.inquiry (
  id uuid primary key,
  creditor_id uuid not null,
  dispute_id uuid not null references cases.dispute,
  whom text not null check (whom ~ '\S' and length(whom) <= 200),
  question text not null check (question ~ '\S' and length(question) <= 1000),
  asked_on date not null,
  asked_by text not null,
  recorded_at timestamptz not null,
  answer_by date not null check (answer_by >= asked_on),
  answered_on date check (answered_on >= asked_on),
  answered_by text,
  answer text check (answer ~ '\S'),
  check ((answered_on is null) = (answer is null) and (answered_on is null) = (answered_by is null))
);
create index inquiry_dispute on cases.inquiry (dispute_id);
create unique index inquiry_once on cases.inquiry (dispute_id, lower(whom)) where answered_on is null;
grant insert, update (answered_on, answered_by, answer) on cases.inquiry to duly_app;
call identity.scope_by_creditor('cases.inquiry');
create policy house on cases.inquiry as restrictive to duly_desk using ((select identity.of_the_house()));

-- Working days within which a creditor acknowledges and answers; none: two and ten. Each change is a row, the last counts.
create table cases.answer_time (
  id uuid primary key,
  creditor_id uuid not null references parties.creditor,
  acknowledge_days int not null check (acknowledge_days between 0 and 10),
  answer_days int not null check (answer_days between 1 and 60),
  changed_by text not null,
  changed_at timestamptz not null
);
create index answer_time_creditor on cases.answer_time (creditor_id, changed_at desc);
grant insert on cases.answer_time to duly_app;
call journal.append_only('cases.answer_time');
call identity.scope_by_creditor('cases.answer_time');

-- Archived papers that go with a message beside the originals of its invoices.
create table correspondence.enclosure (
  message_id uuid not null references correspondence.message,
  nth int not null check (nth > 0),
  creditor_id uuid not null references parties.creditor,
  document bytea not null references journal.document,
  primary key (message_id, nth),
  unique (message_id, document)
);
grant insert on correspondence.enclosure to duly_app;
call journal.append_only('correspondence.enclosure');
call identity.scope_by_creditor('correspondence.enclosure');

-- A promise that was not kept is no stain where it was of more than was owed without what turned out to be a duplicate, or without
-- what was credited since because we were wrong, and what was owed without that came by its day.
create or replace view corrections.promise_not_owed with (security_invoker = true) as
  select p.id, p.debtor_id from agreements.promise p
   where p.outcome in ('broken', 'partly_kept', 'late')
     and exists (select from corrections.possible_duplicate d join ledger.invoice i on i.id = d.invoice_id
       where d.decision = 'duplicate' and d.debtor_id = p.debtor_id and i.currency = p.currency and i.issued_on <= p.made_on)
     and p.amount > (select coalesce(sum(ledger.open_on(i.id, p.made_on)), 0) from ledger.invoice i
       where i.debtor_id = p.debtor_id and i.currency = p.currency and i.issued_on <= p.made_on
         and not exists (select from corrections.possible_duplicate d where d.invoice_id = i.id and d.decision = 'duplicate'))
  union
  select p.id, p.debtor_id
    from (select p.* from agreements.promise p where p.outcome in ('broken', 'partly_kept', 'late')
             and exists (select from corrections.correction k join ledger.invoice i on i.id = k.invoice_id
               where k.debtor_id = p.debtor_id and i.currency = p.currency and i.issued_on <= p.made_on and k.corrected_on >= p.made_on)) p
    cross join lateral (
      select coalesce(sum(ledger.open_on(i.id, p.made_on) - coalesce((
          select sum(c.amount) from corrections.correction k join ledger.posting c on c.credit_note_id = k.credit_note_id and c.invoice_id = k.invoice_id
           where k.invoice_id = i.id and c.effective_on > p.made_on), 0)), 0) as amount
        from ledger.invoice i where i.debtor_id = p.debtor_id and i.currency = p.currency and i.issued_on <= p.made_on
         and not exists (select from corrections.possible_duplicate d where d.invoice_id = i.id and d.decision = 'duplicate')) owed
   where p.amount > owed.amount
     and owed.amount <= (select coalesce(sum(l.amount), 0) from ledger.posting l
       where l.debtor_id = p.debtor_id and l.currency = p.currency and l.kind = 'receipt' and l.effective_on between p.made_on and p.due_on);
