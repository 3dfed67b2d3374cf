-- A login is locked by what the record of its attempts says, whether a person has it or not.
create index sign_in_login on identity.sign_in (login, at desc);
alter table identity.person drop column failed_attempts, drop column locked_until;
