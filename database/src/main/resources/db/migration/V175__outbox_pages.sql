-- The outbox is read by pages, each creditor's in the order in which it leaves or left.
create index message_outbox on correspondence.message (creditor_id, planned_on, id) where state in ('checked', 'sending');
create index message_to_approve on correspondence.message (creditor_id, planned_on, id) where state = 'checked' and approval = 'needed';
create index message_in_trouble on correspondence.message (creditor_id, planned_on, id) where state in ('uncertain', 'failed', 'bounced');
create index message_left on correspondence.message (creditor_id, sent_on, id) where state in ('sent', 'taken_as_sent');
create index message_letters on correspondence.message (creditor_id, planned_on, id) where state = 'checked' and channel = 'letter';

-- Whoever lets messages go again says why.
alter table correspondence.pause add lifted_why text check (lifted_why <> '');
grant update (lifted_why) on correspondence.pause to duly_app;
