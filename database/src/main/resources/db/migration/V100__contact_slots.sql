-- When exactly a contact was, and what came of it. Lines without an instant are of the daily cycle, which knows days only.
alter table correspondence.contact
  add at timestamptz,
  -- the debtor's zone, by which the day is counted
  add zone text,
  add kind text check (kind in ('attempt', 'message_left', 'conversation', 'written')),
  add purpose text check (purpose in ('chase', 'reply', 'notice', 'representative')),
  add constraint instant_has_zone check ((at is null) = (zone is null)),
  add constraint day_is_local check (at is null or day = (at at time zone zone)::date);
create index contact_from_debtor on correspondence.contact (debtor_id, day) where direction = 'in';

-- What came of a call is known after it was made; the last line holds.
create table correspondence.contact_outcome (
  id uuid primary key,
  contact_id uuid not null references correspondence.contact,
  creditor_id uuid not null,
  kind text not null check (kind in ('attempt', 'message_left', 'conversation', 'written')),
  -- false: the call did not go through, or the number was somebody else's
  connected boolean not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index contact_outcome_contact on correspondence.contact_outcome (contact_id, recorded_at desc, id desc);
grant insert on correspondence.contact_outcome to duly_app;
call journal.append_only('correspondence.contact_outcome');
call identity.scope_by_creditor('correspondence.contact_outcome');

-- What a debtor wishes of contacts, in force from when it was received until it is taken back.
create table correspondence.stated_wish (
  id uuid primary key,
  creditor_id uuid not null,
  debtor_id uuid not null,
  kind text not null check (kind in ('stop', 'represented', 'inconvenient', 'consent', 'zone')),
  received_at timestamptz not null,
  -- of a stop: only this channel, place, address; of a consent: its channel
  channel text check (channel in ('email', 'sms', 'letter', 'call', 'visit')),
  place text check (place in ('home', 'work', 'mobile')),
  address text,
  -- of inconvenient hours: 1 is Monday; midnight at the end is the end of the day
  weekdays smallint[] check (weekdays <@ '{1,2,3,4,5,6,7}' and cardinality(weekdays) > 0),
  from_time time,
  to_time time,
  last_day date,
  -- another zone in which the debtor may be
  zone text,
  words text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  taken_back_at timestamptz check (taken_back_at >= received_at),
  check (kind = 'stop' or (place is null and address is null)),
  check ((kind = 'inconvenient') = (weekdays is not null and from_time is not null and to_time is not null)),
  check (kind <> 'consent' or channel is not null),
  check ((kind = 'zone') = (zone is not null)),
  foreign key (debtor_id, creditor_id) references parties.debtor (id, creditor_id)
);
create index stated_wish_debtor on correspondence.stated_wish (debtor_id);
grant insert, update (taken_back_at) on correspondence.stated_wish to duly_app;
call identity.scope_by_creditor('correspondence.stated_wish');

-- "Please stop" is honoured at once in every queue (invariant 12), whatever way it was recorded.
create function correspondence.note_wish() returns trigger
  language plpgsql security definer set search_path = correspondence, pg_temp as $$
begin
  perform cases.wake(new.debtor_id, null);
  if tg_op = 'INSERT' and new.kind in ('stop', 'represented') then
    perform correspondence.withdraw_drafts(new.debtor_id, null, null,
      case when new.channel is not null then array[new.channel] end, 'the debtor does not wish it');
  end if;
  return null;
end $$;
create trigger honour_wish after insert or update on correspondence.stated_wish
  for each row execute function correspondence.note_wish();

-- Whose debts a creditor's are collected as; where it is not said, the rules for both hold.
alter table parties.creditor add collects text check (collects in ('own_debts', 'for_another'));
grant update (collects) on parties.creditor to duly_app;
