-- Of one debtor after another during a run, while the statistics still say that nothing waits at all: written so that no other
-- partial index fits the same condition.
drop index correspondence.message_waiting;
create index message_waiting on correspondence.message (debtor_id, planned_on) where state || '' = 'checked';
