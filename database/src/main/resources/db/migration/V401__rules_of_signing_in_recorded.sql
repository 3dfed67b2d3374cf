-- Which roles need a second step is a rule about nobody in particular; who made it, and who took it back, is recorded beside what is done to people.
alter table identity.change alter column person_id drop not null;
alter table identity.change add constraint about_somebody_or_a_role check (person_id is not null or what in ('second-step-required', 'second-step-not-required'));
create index change_of_rules on identity.change (at desc) where person_id is null;
