-- By which of the configured providers and gateways a creditor's SMS and letters leave, where they do.
alter table correspondence.sender
  add sms_provider text check (sms_provider ~ '^[a-z][a-z0-9]{0,30}$'),
  -- as recipients see it: a number, or a few letters
  add sms_from text check (sms_from ~ '^(\+[1-9][0-9]{4,14}|[A-Za-z0-9 ]{1,11})$'),
  -- empty: letters wait for ./duly send letters
  add print_provider text check (print_provider ~ '^[a-z][a-z0-9]{0,30}$'),
  -- letters to debtors with a fax number leave by it
  add fax_gateway text check (fax_gateway ~ '^[a-z][a-z0-9]{0,30}$'),
  add constraint sms_comes_from_somebody check ((sms_provider is null) = (sms_from is null));
grant insert, update (sms_provider, sms_from, print_provider, fax_gateway) on correspondence.sender to duly_app;

alter table parties.debtor add fax text check (fax ~ '^\+[1-9][0-9]{4,14}$');
grant update (fax) on parties.debtor to duly_app;

-- The way by which a message that waits would leave, and which provider, gateway or server is asked; none where it is not configured.
create view correspondence.outlet with (security_invoker = true) as
  select m.id as message_id, w.way,
         case w.way when 'smtp' then s.server when 'sms' then s.sms_provider when 'fax' then s.fax_gateway else s.print_provider end as name
    from correspondence.message m
    join parties.debtor d on d.id = m.debtor_id
    left join correspondence.sender s on s.creditor_id = m.creditor_id
    cross join lateral (select case
      when m.channel = 'email' then 'smtp'
      when m.channel = 'sms' then 'sms'
      when s.fax_gateway is not null and d.fax is not null and not exists (select from correspondence.dead_address x
        where x.debtor_id = d.id and x.address = 'fax:' || d.fax and x.ended_at is null) then 'fax'
      else 'print' end as way) w
   where m.state = 'checked';
