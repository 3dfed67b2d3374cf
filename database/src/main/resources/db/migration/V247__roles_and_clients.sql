-- A senior collector, and a client: somebody of the creditor's, who looks only, and only at the creditor's own.
alter table identity.person drop constraint person_role_check;
alter table identity.person add constraint person_role_check check (role in ('collector', 'senior', 'manager', 'auditor', 'administrator', 'client'));
alter table identity.person add constraint client_has_creditors check (role <> 'client' or cardinality(creditors) > 0);

-- Whether the signed-in person is of the house, as set for the transaction. A client sees what was done about a debt, not
-- what we think of it, what we tell each other, or who has what to do.
create function identity.of_the_house() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('duly.eyes', true), '') <> 'client' $$;

create policy house on cases.task as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on cases.reason as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on cases.hold as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on cases.checklist_mark as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on correspondence.reply as restrictive to duly_desk using ((select identity.of_the_house()));
create policy house on correspondence.message as restrictive to duly_desk
  using ((select identity.of_the_house()) or state in ('sent', 'delivered', 'taken_as_sent', 'bounced'));
create policy house on journal.entry as restrictive to duly_desk
  using ((select identity.of_the_house())
    or kind in ('opened', 'closed', 'taken-as-sent', 'message-sent', 'message-delivered', 'message-bounced', 'promise-made', 'promise-judged',
      'promise-superseded', 'dispute-opened', 'dispute-closed', 'charges-posted', 'charge-waived', 'charge-cancelled', 'corrected'));
