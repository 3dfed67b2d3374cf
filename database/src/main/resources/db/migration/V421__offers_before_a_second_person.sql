-- Two more kinds of what needs a second person: limits that go further than those of managers did, and an offer to a debtor that goes further than who made it may.
-- The column of what a proposal is about is made anew, for it knows cases now; what it says of those before stays the same.
do $$
declare one text;
begin
  for one in select conname from pg_constraint where conrelid = 'identity.proposal'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%pay-to%' loop
    execute format('alter table identity.proposal drop constraint %I', one);
  end loop;
end $$;

alter table identity.proposal drop column about cascade;
alter table identity.proposal
  add column case_id uuid references cases.recovery_case,
  add column about uuid not null generated always as (coalesce(person_id, case_id, creditor_id)) stored,
  add constraint proposal_kind_known check (kind in ('pay-to', 'role', 'return', 'limits', 'offer')),
  add constraint proposal_of_creditor_or_person check ((kind in ('pay-to', 'limits', 'offer')) = (creditor_id is not null) and (kind in ('role', 'return')) = (person_id is not null)),
  add constraint proposal_of_case check ((kind = 'offer') = (case_id is not null)),
  add constraint proposal_as_decided unique (id, about, proposed_by, expires_at);
alter table identity.proposal_decision
  add constraint decision_of_proposal foreign key (proposal_id, about, proposed_by, expires_at) references identity.proposal (id, about, proposed_by, expires_at);
create index proposal_of_case_waiting on identity.proposal (case_id, proposed_at desc) where case_id is not null;
