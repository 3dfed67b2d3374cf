-- A small world in which every invariant holds. Three days were run: 2 to 4 March 2026.
-- Brightwell (…11) has the debtors Alder (…a1) and Birch (…b1); Harbour (…12) has Cedar (…c1).
insert into identity.person (id, login, name, password_hash, role) values ('00000000-0000-0000-0000-000000000001', 'ada', 'Ada', '-', 'collector');

insert into parties.creditor (id, name, currency) values
  ('00000000-0000-0000-0000-000000000011', 'Brightwell', 'EUR'), ('00000000-0000-0000-0000-000000000012', 'Harbour', 'JPY');
insert into parties.debtor (id, creditor_id, external_id, name, email) values
  ('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-000000000011', 'A', 'Alder', 'a@example.org'),
  ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-000000000011', 'B', 'Birch', 'b@example.org'),
  ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-000000000012', 'C', 'Cedar', 'c@example.org');
insert into parties.contact_person (id, creditor_id, debtor_id, name, email, refused_channels) values
  ('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', 'Ann', 'ann@example.org', '{sms}');
insert into parties.terms (id, creditor_id, version, valid_from) values
  ('00000000-0000-0000-0000-000000000021', '00000000-0000-0000-0000-000000000011', '1', '2025-01-01');
insert into parties.acceptance (id, creditor_id, debtor_id, terms_id, accepted_on, accepted_by, act) values
  ('00000000-0000-0000-0000-000000000022', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-000000000021', '2025-02-01', 'Ann', 'signature');

insert into cycle.day (day, started_at, finished_at, planned) values
  ('2026-03-02', '2026-03-02 06:00Z', '2026-03-02 06:05Z', true),
  ('2026-03-03', '2026-03-03 06:00Z', '2026-03-03 06:05Z', true),
  ('2026-03-04', '2026-03-04 06:00Z', '2026-03-04 06:05Z', true);
insert into cycle.chunk select (jsonb_populate_record(null::cycle.chunk, jsonb_build_object('day', day, 'no', 1, 'done', true,
    'cases', 0, 'decided', 0, 'messages', 0, 'tasks', 0, 'waiting', 0, 'failed', 0, 'debtors', '[]'::jsonb,
    'from_debtor', '00000000-0000-0000-0000-000000000000', 'to_debtor', '00000000-0000-0000-0000-000000000000'))).*
  from cycle.day;

insert into ledger.invoice (id, creditor_id, debtor_id, number, currency, gross, issued_on, due_on, recorded_at) values
  ('00000000-0000-0000-0001-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', 'A1', 'EUR', 10000, '2026-01-28', '2026-02-28', '2026-03-01 12:00Z'),
  ('00000000-0000-0000-0001-0000000000a2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', 'A2', 'EUR', 5000, '2026-02-01', '2026-03-01', '2026-03-01 12:00Z'),
  ('00000000-0000-0000-0001-0000000000b1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', 'B1', 'EUR', 8000, '2026-01-20', '2026-02-20', '2026-03-01 12:00Z'),
  ('00000000-0000-0000-0001-0000000000b2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', 'B2', 'USD', 700, '2026-03-04', '2026-04-04', '2026-03-01 12:00Z'),
  ('00000000-0000-0000-0001-0000000000c1', '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-0000000000c1', 'C1', 'JPY', 900, '2026-01-20', '2026-02-20', '2026-03-01 12:00Z');
insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind, recorded_at) values
  ('00000000-0000-0000-0002-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', 'EUR', 4000, '2026-03-01', 'bank', '2026-03-01 12:00Z'),
  ('00000000-0000-0000-0002-0000000000c1', '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-0000000000c1', 'JPY', 900, '2026-03-03', 'bank', '2026-03-03 05:00Z');
insert into ledger.credit_note (id, creditor_id, debtor_id, number, currency, amount, issued_on, recorded_at) values
  ('00000000-0000-0000-0003-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', 'N1', 'EUR', 1500, '2026-02-27', '2026-03-01 12:00Z');
insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, credit_note_id, amount, effective_on, recorded_at, actor) values
  ('00000000-0000-0000-0004-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0001-0000000000a1', 'EUR', 'receipt', '00000000-0000-0000-0002-0000000000a1', null, 4000, '2026-03-01', '2026-03-01 12:00Z', 'file:bank'),
  ('00000000-0000-0000-0004-0000000000a2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0001-0000000000a1', 'EUR', 'credit_note', null, '00000000-0000-0000-0003-0000000000a1', 1000, '2026-03-01', '2026-03-01 12:00Z', 'person:ada'),
  ('00000000-0000-0000-0004-0000000000a3', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0001-0000000000a2', 'EUR', 'credit_note', null, '00000000-0000-0000-0003-0000000000a1', 500, '2026-03-01', '2026-03-01 12:00Z', 'person:ada'),
  ('00000000-0000-0000-0004-0000000000c1', '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0001-0000000000c1', 'JPY', 'receipt', '00000000-0000-0000-0002-0000000000c1', null, 900, '2026-03-03', '2026-03-03 05:00Z', 'file:bank');
insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, credit_note_id, amount, effective_on, recorded_at, actor, reverses_id) values
  ('00000000-0000-0000-0004-0000000000a4', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0001-0000000000a2', 'EUR', 'credit_note', '00000000-0000-0000-0003-0000000000a1', -500, '2026-03-03', '2026-03-03 12:00Z', 'person:ada', '00000000-0000-0000-0004-0000000000a3');

insert into cases.recovery_case (id, number, creditor_id, debtor_id, currency, stage, opened_on, closed_on, closed_why, next_action, next_action_on, review_on, because) values
  ('00000000-0000-0000-0007-000000000001', 1, '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', 'EUR', 'reminder', '2026-03-02', null, null, 'call', '2026-03-05', '2026-03-06', 'call now'),
  ('00000000-0000-0000-0007-000000000002', 2, '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', 'EUR', 'reminder', '2026-03-02', null, null, 'send', '2026-03-04', '2026-03-05', 'reminder ready'),
  ('00000000-0000-0000-0007-000000000003', 3, '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-0000000000c1', 'JPY', 'closed', '2026-03-02', '2026-03-03', 'paid', null, null, null, null);
insert into cycle.decision (case_id, decided_on, nth, creditor_id, action, step, open_balance, policy, reasons) values
  ('00000000-0000-0000-0007-000000000001', '2026-03-02', 0, '00000000-0000-0000-0000-000000000011', 'send', 'first-reminder', 10000, 'standard/1', '[]'),
  ('00000000-0000-0000-0007-000000000001', '2026-03-04', 0, '00000000-0000-0000-0000-000000000011', 'wait', null, 10000, 'standard/1', '[]'),
  ('00000000-0000-0000-0007-000000000001', '2026-03-04', 1, '00000000-0000-0000-0000-000000000011', 'ask', 'call', 10000, 'standard/1', '[]'),
  ('00000000-0000-0000-0007-000000000002', '2026-03-02', 0, '00000000-0000-0000-0000-000000000011', 'wait', null, 8000, 'standard/1', '[]'),
  ('00000000-0000-0000-0007-000000000002', '2026-03-04', 0, '00000000-0000-0000-0000-000000000011', 'send', 'first-reminder', 8000, 'standard/1', '[]'),
  ('00000000-0000-0000-0007-000000000003', '2026-03-02', 0, '00000000-0000-0000-0000-000000000012', 'wait', null, 900, 'standard/1', '[]'),
  ('00000000-0000-0000-0007-000000000003', '2026-03-03', 0, '00000000-0000-0000-0000-000000000012', 'close', null, 0, 'standard/1', '[]');
insert into cases.step_taken (invoice_id, step, taken_on, case_id, creditor_id, taken_at) values
  ('00000000-0000-0000-0001-0000000000a1', 'first-reminder', '2026-03-02', '00000000-0000-0000-0007-000000000001', '00000000-0000-0000-0000-000000000011', '2026-03-02 06:01Z'),
  ('00000000-0000-0000-0001-0000000000a2', 'call', '2026-03-04', '00000000-0000-0000-0007-000000000001', '00000000-0000-0000-0000-000000000011', '2026-03-04 06:01Z'),
  ('00000000-0000-0000-0001-0000000000b1', 'first-reminder', '2026-03-04', '00000000-0000-0000-0007-000000000002', '00000000-0000-0000-0000-000000000011', '2026-03-04 06:01Z');
insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on, currency, invoice_ids, amounts, sent_on, drafted_at) values
  ('00000000-0000-0000-0008-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0007-000000000001', 'email', 'first-reminder', 't', 'friendly', 'en', 'taken_as_sent', '2026-03-02', 'EUR', '{00000000-0000-0000-0001-0000000000a1}', '{5000}', '2026-03-02', '2026-03-02 06:01Z');
insert into correspondence.contact (id, creditor_id, debtor_id, case_id, direction, channel, day, message_id) values
  ('00000000-0000-0000-0009-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0007-000000000001', 'out', 'email', '2026-03-02', '00000000-0000-0000-0008-0000000000a1'),
  ('00000000-0000-0000-0009-0000000000a2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0007-000000000001', 'out', 'call', '2026-03-03', null),
  ('00000000-0000-0000-0009-0000000000a3', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0007-000000000001', 'in', 'call', '2026-03-03', null);
insert into cases.hold (id, creditor_id, debtor_id, case_id, kind, why, since, placed_by, lifted_on, lifted_by) values
  ('00000000-0000-0000-0005-0000000000b1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0007-000000000002', 'manual', 'asked to', '2026-03-02', 'person:ada', '2026-03-03', 'person:ada'),
  ('00000000-0000-0000-0005-0000000000b2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', null, 'cooling_off', 'calm down', '2026-03-03', 'person:ada', '2026-03-04', 'person:ada');
insert into cases.dispute (id, creditor_id, debtor_id, invoice_id, amount, why, opened_on, answer_due_on, recorded_by) values
  ('00000000-0000-0000-0005-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0001-0000000000a2', 1000, 'line 2', '2026-03-03', '2026-03-06', 'person:ada');
insert into cases.reason (id, creditor_id, case_id, category, own_words, stated_on, recorded_by, outcome, verified_on) values
  ('00000000-0000-0000-0005-0000000000a2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0007-000000000001', 'goods_missing', 'two are missing', '2026-03-03', 'person:ada', 'refuted', '2026-03-04');
insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on, recorded_by, outcome, judged_on) values
  ('00000000-0000-0000-0006-0000000000b1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0007-000000000002', '00000000-0000-0000-0000-0000000000b1', 'EUR', 1000, '2026-03-02', '2026-03-02', 'person:ada', 'superseded', '2026-03-02'),
  ('00000000-0000-0000-0006-0000000000b2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0007-000000000002', '00000000-0000-0000-0000-0000000000b1', 'EUR', 900, '2026-03-02', '2026-03-03', 'person:ada', 'broken', '2026-03-04');
insert into agreements.plan (id, creditor_id, case_id, debtor_id, currency, kind, owed, debt, interest, made_on, counted_from, on_miss, grace_days, paid_by, recorded_by, recorded_at, ended_on, ended, ended_why) values
  ('00000000-0000-0000-0019-0000000000b1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0007-000000000002', '00000000-0000-0000-0000-0000000000b1', 'EUR', 'instalments', 8000, 8000, 0, '2026-03-03', '2026-03-03 09:00Z', 'one_grace', 3, 'transfer', 'person:ada', '2026-03-03 09:00Z', '2026-03-04', 'superseded', 'they pay at once');
insert into agreements.instalment (plan_id, nth, creditor_id, due_on, amount) values
  ('00000000-0000-0000-0019-0000000000b1', 1, '00000000-0000-0000-0000-000000000011', '2026-03-20', 4000),
  ('00000000-0000-0000-0019-0000000000b1', 2, '00000000-0000-0000-0000-000000000011', '2026-04-20', 4000);
insert into agreements.plan_line (plan_id, creditor_id, invoice_id, amount) values
  ('00000000-0000-0000-0019-0000000000b1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0001-0000000000b1', 8000);
insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on, recorded_by, outcome, judged_on, plan_id, nth) values
  ('00000000-0000-0000-0006-0000000000b3', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0007-000000000002', '00000000-0000-0000-0000-0000000000b1', 'EUR', 4000, '2026-03-03', '2026-03-20', 'person:ada', 'superseded', '2026-03-04', '00000000-0000-0000-0019-0000000000b1', 1);
insert into cases.task (id, creditor_id, case_id, kind, why, step, created_on, due_on, done_on, done_by) values
  ('00000000-0000-0000-000a-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0007-000000000001', 'call', 'due', 'call', '2026-03-04', '2026-03-05', null, null),
  ('00000000-0000-0000-000a-0000000000a2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0007-000000000001', 'verify', 'two are missing', null, '2026-03-03', '2026-03-05', '2026-03-04', 'person:ada'),
  ('00000000-0000-0000-000a-0000000000c1', '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0007-000000000003', 'call', 'due', 'call', '2026-03-02', '2026-03-05', '2026-03-03', 'duly');
insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on, currency, invoice_ids, amounts, drafted_at) values
  ('00000000-0000-0000-0008-0000000000b1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0007-000000000002', 'email', 'first-reminder', 't', 'friendly', 'en', 'checked', '2026-03-04', 'EUR', '{00000000-0000-0000-0001-0000000000b1}', '{8000}', '2026-03-04 06:01Z');
insert into cases.checklist_mark (case_id, creditor_id, item, state, marked_by) values
  ('00000000-0000-0000-0007-000000000001', '00000000-0000-0000-0000-000000000011', 'order', 'there', 'person:ada');
insert into cycle.set_aside (creditor_id, debtor_id, currency, day, error, at, resolved_on) values
  ('00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', 'EUR', '2026-03-02', 'failed', '2026-03-02 06:01Z', '2026-03-03');
insert into intake.file (id, creditor_id, sha256, name, kind, format, imported_at, imported_by, rows, imported, duplicates, quarantined) values
  ('00000000-0000-0000-000b-000000000001', '00000000-0000-0000-0000-000000000011', sha256('f'), 'f.csv', 'invoices', 'csv', '2026-03-01 12:00Z', 'duly', 2, 2, 0, 0);
insert into intake.kept_back (id, creditor_id, file_id, line, kind, arrives_on, payload, arrived_at) values
  ('00000000-0000-0000-000c-000000000001', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-000b-000000000001', 2, 'receipt', '2026-03-03', '{}', '2026-03-03 06:00Z'),
  ('00000000-0000-0000-000c-000000000002', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-000b-000000000001', 3, 'receipt', '2026-03-05', '{}', null);
-- A note that left by e-mail: it was uncertain whether it arrived, and a person found out.
insert into cycle.decision (case_id, decided_on, nth, creditor_id, action, step, open_balance, policy, reasons) values
  ('00000000-0000-0000-0007-000000000002', '2026-03-02', 1, '00000000-0000-0000-0000-000000000011', 'send', 'note', 8000, 'standard/1', '[]');
insert into cases.step_taken (invoice_id, step, taken_on, case_id, creditor_id, taken_at) values
  ('00000000-0000-0000-0001-0000000000b1', 'note', '2026-03-02', '00000000-0000-0000-0007-000000000002', '00000000-0000-0000-0000-000000000011', '2026-03-02 06:01Z');
insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on, currency, invoice_ids, amounts, sent_on, drafted_at) values
  ('00000000-0000-0000-0008-0000000000b2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0007-000000000002', 'email', 'note', 't', 'friendly', 'en', 'sent', '2026-03-02', 'EUR', '{00000000-0000-0000-0001-0000000000b1}', '{8000}', '2026-03-02', '2026-03-02 06:01Z');
insert into correspondence.contact (id, creditor_id, debtor_id, case_id, direction, channel, day, message_id) values
  ('00000000-0000-0000-0009-0000000000b2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0007-000000000002', 'out', 'email', '2026-03-02', '00000000-0000-0000-0008-0000000000b2');
insert into journal.document (sha256, bytes, media_type, name, archived_at) values (sha256('mail'), 'mail', 'message/rfc822', 'message.eml', '2026-03-02 07:00Z');
insert into journal.document_scope (sha256, creditor_id) values (sha256('mail'), '00000000-0000-0000-0000-000000000011');
insert into correspondence.attempt (id, message_id, creditor_id, nth, node, way, known_as, recipient, document, contact_id, day, started_at) values
  ('00000000-0000-0000-0015-0000000000b2', '00000000-0000-0000-0008-0000000000b2', '00000000-0000-0000-0000-000000000011', 1, 1, 'smtp', '<b2@brightwell.example>', 'b@example.org', sha256('mail'), '00000000-0000-0000-0009-0000000000b2', '2026-03-02', '2026-03-02 07:00Z');
insert into correspondence.attempt_end (id, attempt_id, creditor_id, outcome, answer, ended_by, ended_at) values
  ('00000000-0000-0000-0016-0000000000b1', '00000000-0000-0000-0015-0000000000b2', '00000000-0000-0000-0000-000000000011', 'uncertain', 'no answer', 'duly', '2026-03-02 07:01Z'),
  ('00000000-0000-0000-0016-0000000000b2', '00000000-0000-0000-0015-0000000000b2', '00000000-0000-0000-0000-000000000011', 'arrived', 'they said so', 'person:ada', '2026-03-02 09:00Z');
-- A machine answered it.
insert into journal.document (sha256, bytes, media_type, name, archived_at) values (sha256('answer'), 'answer', 'message/rfc822', 'reply.eml', '2026-03-04 08:00Z');
insert into journal.document_scope (sha256, creditor_id) values (sha256('answer'), '00000000-0000-0000-0000-000000000011');
insert into correspondence.reply (id, creditor_id, debtor_id, case_id, kind, state, fingerprint, document, via, taken_by, received_at, sender_name, subject, words,
  sender_known, matched_by, urgent) values
  ('00000000-0000-0000-0017-0000000000b2', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0007-000000000002',
  'automatic', 'noted', sha256('reply'), sha256('answer'), 'mailbox', 'duly', '2026-03-04 08:00Z', '', 'Out of office', 'Back on Monday.', true, '{message_id}', false);
update cases.recovery_case set touched = false;

-- A bank account: two days that follow, a payment that an advice told first, a gap that was told, a hold for old data.
insert into intake.file (id, creditor_id, sha256, name, kind, format, imported_at, imported_by, rows, imported, duplicates, quarantined)
values ('00000000-0000-0000-0010-0000000000a1', '00000000-0000-0000-0000-000000000012', sha256('bank'), 'bank.xml', 'bankStatements', 'camt.053',
  '2026-03-02 07:00+00', 'file:bank.xml', 5, 4, 1, 0);
insert into intake.finding (id, creditor_id, file_id, code, message)
values ('00000000-0000-0000-0011-0000000000a1', '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0010-0000000000a1', 'statement-gap', 'Something is missing.');
insert into banking.account (id, creditor_id, number, currency, known_to)
values ('00000000-0000-0000-0012-0000000000a1', '00000000-0000-0000-0000-000000000012', 'DE02120300000000202051', 'EUR', '2026-03-02');
insert into banking.statement (id, creditor_id, account_id, file_id, kind, format, from_day, to_day, opening, opening_on, closing, closing_on, entries, total,
  fingerprint, taken_at)
select ('00000000-0000-0000-0013-0000000000a' || n)::uuid, '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0012-0000000000a1',
    '00000000-0000-0000-0010-0000000000a1', kind, 'camt', day::date, day::date, opening, case when opening is not null then day::date end, closing,
    case when closing is not null then day::date end, entries, total, sha256(n::text::bytea), '2026-03-02 07:00+00'
  from (values (1, 'booked', '2026-03-01', 0, 5000, 1, 5000), (2, 'advice', '2026-03-02', null, null, 1, 7000), (3, 'booked', '2026-03-02', 5000, 12000, 1, 7000),
    (4, 'booked', '2026-03-05', 15000, 15000, 0, 0)) v (n, kind, day, opening, closing, entries, total);
insert into ledger.receipt (id, creditor_id, currency, amount, received_on, kind, source_key)
select ('00000000-0000-0000-0002-000000000ba' || n)::uuid, '00000000-0000-0000-0000-000000000012', 'EUR', amount, day::date, 'bank',
    'bank:00000000-0000-0000-0014-0000000000a' || n
  from (values (1, 5000, '2026-03-01'), (2, 7000, '2026-03-02')) v (n, amount, day);
insert into banking.entry (id, creditor_id, account_id, statement_id, line, part, booked_on, day, currency, amount, reversal, booked, same_as, receipt_id)
select ('00000000-0000-0000-0014-0000000000a' || n)::uuid, '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0012-0000000000a1',
    ('00000000-0000-0000-0013-0000000000a' || n)::uuid, 1, 0, day::date, day::date, 'EUR', amount, false, true, same::uuid, receipt::uuid
  from (values (1, '2026-03-01', 5000, null, '00000000-0000-0000-0002-000000000ba1'), (2, '2026-03-02', 7000, null, '00000000-0000-0000-0002-000000000ba2'),
    (3, '2026-03-02', 7000, '00000000-0000-0000-0014-0000000000a2', null)) v (n, day, amount, same, receipt);
insert into cases.creditor_hold (id, creditor_id, kind, why, since, days, placed_by)
values ('00000000-0000-0000-0005-000000000ca1', '00000000-0000-0000-0000-000000000012', 'bank_data_stale', 'The bank data is old.', '2026-03-04', 0, 'duly');
insert into calls.call (id, creditor_id, debtor_id, case_id, direction, caller_id, began_at, zone, contact_id, ended_at, outcome, next_step, next_on)
values ('00000000-0000-0000-0018-0000000000a1', '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0007-000000000001', 'in',
  '00000000-0000-0000-0000-000000000001', '2026-03-03 09:00Z', 'UTC', '00000000-0000-0000-0009-0000000000a3', '2026-03-03 09:10Z', 'call_back', 'look_again', '2026-03-09');
insert into calls.draft (call_id, creditor_id, version, fields, saved_at)
values ('00000000-0000-0000-0018-0000000000a1', '00000000-0000-0000-0000-000000000011', 1, '{}', '2026-03-03 09:09Z');
-- Somebody's ledger wants to be told of wishes, of which there are none; it is paused.
insert into webhooks.subscription (id, person_id, name, url, kinds, creditors, secret, made_at, made_by, paused_at, paused_why)
values ('00000000-0000-0000-0019-0000000000a1', '00000000-0000-0000-0000-000000000001', 'ledger', 'https://ledger.example/hook', '{wish-stated}',
  '{00000000-0000-0000-0000-000000000011}', '-', '2026-03-01 09:00Z', 'person:ada', '2026-03-02 09:00Z', 'person');
