-- Contacts that people make: where they reached, and what was said.
alter table correspondence.contact
  -- the number or address that was used
  add address text,
  add place text check (place in ('home', 'work', 'mobile'));
alter table correspondence.contact_outcome add note text;

-- Who speaks for the debtor; and who took a wish back, and why.
alter table correspondence.stated_wish
  add representative text check (representative is null or kind = 'represented'),
  add taken_back_by text,
  add taken_back_why text,
  add check (taken_back_at is not null or (taken_back_by is null and taken_back_why is null));
grant update (taken_back_by, taken_back_why) on correspondence.stated_wish to duly_app;

-- What travels with its owner is at no place: "not at work" leaves e-mail and texts alone.
create or replace function correspondence.note_wish() returns trigger
  language plpgsql security definer set search_path = correspondence, pg_temp as $$
begin
  perform cases.wake(new.debtor_id, null);
  if tg_op = 'INSERT' and new.kind in ('stop', 'represented') then
    perform correspondence.withdraw_drafts(new.debtor_id, null, null,
      case when new.channel is not null then array[new.channel]
           when new.place is not null then array['letter'] end,
      'the debtor does not wish it');
  end if;
  return null;
end $$;
