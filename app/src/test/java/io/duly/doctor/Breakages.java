package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** For each check a way to break the world that it alone sees; and some that several must see. */
final class Breakages {
  private Breakages() {}

  static Stream<Breakage> all() {
    return Stream.of(
            BankBreakages.all(), MatchBreakages.all(), IntakeBreakages.all(), ChargeBreakages.all(), EInvoiceBreakages.all(), CorrectionBreakages.all(), SendingBreakages.all(), ReplyBreakages.all(), CallBreakages.all(), PlanBreakages.all(), PaymentBreakages.all(), DebitBreakages.all(), HardshipBreakages.all(), WebhookBreakages.all(), money(), contacts(), messages(), cases(), steps(), journal(), days(), holds(), scope(), history())
        .flatMap(List::stream);
  }

  private static List<Breakage> money() {
    return List.of(
        seenBy("currency-known", "update ledger.invoice set currency = 'XYZ' where id = $invoiceB2"),
        seenBy("posting-currency", "update ledger.posting set currency = 'USD' where id = $paid"),
        seenBy("posting-currency", "update ledger.receipt set currency = 'USD' where id = $receiptA"),
        seenBy("posting-currency", "update ledger.credit_note set currency = 'USD' where id = $creditNote"),
        seenBy("case-currency", "update agreements.promise set currency = 'USD' where id = $promiseBroken"),
        seenBy("case-currency", "update correspondence.message set currency = 'USD' where id = $draft"),
        seenBy("posting-causes", "update ledger.posting set effective_on = '2026-01-01' where id = $paid"),
        seenBy("posting-causes", "update ledger.receipt set received_on = '2026-03-02' where id = $receiptA"),
        seenBy("posting-causes", "update ledger.credit_note set issued_on = '2026-03-02' where id = $creditNote"),
        seenBy(
            Set.of("posting-causes", "used-up"),
            "update ledger.posting set receipt_id = gen_random_uuid() where receipt_id = $receiptC"),
        seenBy(
            Set.of("invoice-bounds", "settled-on", "message-asks"),
            "update ledger.invoice set gross = 4500, settled_on = '2026-03-01' where id = $invoiceA1",
            "update ledger.posting set amount = 4600 where id = $paid",
            "update ledger.receipt set amount = 4600 where id = $receiptA",
            "delete from ledger.posting where id = $credited",
            "update ledger.credit_note set amount = 500 where id = $creditNote",
            "update ledger.posting set effective_on = '2026-03-03' where id = $paid"),
        seenBy(
            "invoice-bounds",
            "alter table ledger.posting drop constraint posting_check2",
            "delete from ledger.posting where id = $undone",
            "update ledger.credit_note set amount = 1000 where id = $creditNote",
            "update ledger.posting set reverses_id = null where id = $reversal"),
        seenBy("receipt-bounds", "update ledger.receipt set amount = 3999, used_up = false where id = $receiptA"),
        seenBy("credit-note-bounds", "update ledger.credit_note set amount = 900 where id = $creditNote"),
        seenBy("reversal-mirrors", "update ledger.posting set amount = -199 where id = $reversal"),
        seenBy(
            Set.of("reversal-mirrors", "invoice-bounds"),
            "update ledger.posting set effective_on = '2026-03-04' where id = $undone"),
        seenBy("reversal-mirrors", "update ledger.posting set reverses_id = gen_random_uuid() where id = $reversal"),
        seenBy("settled-on", "update ledger.invoice set settled_on = '2026-03-04' where id = $invoiceC1"),
        seenBy("settled-on", "update ledger.invoice set settled_on = null where id = $invoiceC1"),
        seenBy("settled-on", "update ledger.invoice set settled_on = '2026-03-04' where id = $invoiceB2"),
        seenBy("used-up", "update ledger.receipt set used_up = false where id = $receiptC"),
        seenBy("used-up", "update ledger.credit_note set used_up = true where id = $creditNote"),
        seenBy("posting-guard", "alter table ledger.posting disable trigger hold_invariants"));
  }

  private static List<Breakage> contacts() {
    return Stream.concat(Stream.concat(ContactBreakages.all().stream(), WordingBreakages.all().stream()), Stream.of(
        seenBy(
            Set.of("one-contact", "contact-guard"),
            "drop index correspondence.one_contact_a_day",
            "insert into correspondence.contact (id, creditor_id, debtor_id, direction, channel, day)"
                + " values (gen_random_uuid(), $Brightwell, $alder, 'out', 'visit', '2026-03-03')"),
        seenBy(
            "one-contact",
            "drop index correspondence.one_contact_a_day",
            "create unique index one_contact_a_day on correspondence.contact (debtor_id, day, channel) where direction = 'out'",
            "insert into correspondence.contact (id, creditor_id, debtor_id, direction, channel, day)"
                + " values (gen_random_uuid(), $Brightwell, $alder, 'out', 'visit', '2026-03-03')"),
        seenBy(
            "one-message",
            "drop index correspondence.one_message_a_day",
            "create unique index one_message_a_day on correspondence.message (id)",
            "insert into correspondence.message select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).*"
                + " from correspondence.message m where id = $draft",
            "insert into cycle.decision (case_id, decided_on, nth, creditor_id, action, open_balance, policy, reasons)"
                + " values ($case2, '2026-03-04', 1, $Brightwell, 'send', 1, 'x', '[]')",
            another("$case2", "decided")),
        seenBy("sent-and-contacts", "delete from correspondence.contact where message_id = $sent"),
        seenBy("sent-and-contacts", "update correspondence.contact set message_id = $draft where id = $call"),
        seenBy("contact-guard", "drop index correspondence.one_message_a_day"))).toList();
  }

  private static List<Breakage> messages() {
    return List.of(
        seenBy(
            "message-lines",
            "update correspondence.message set invoice_ids = array[$invoiceB1, $invoiceB1]::uuid[], amounts = '{1, 1}' where id = $draft"),
        seenBy("message-lines", "update correspondence.message set amounts = '{0}' where id = $draft"),
        seenBy(
            Set.of("message-lines", "message-steps"),
            "update correspondence.message set invoice_ids = array[$invoiceA1]::uuid[], amounts = '{1}' where id = $draft"),
        seenBy(Set.of("message-lines", "nothing-open"), "update ledger.invoice set issued_on = '2026-03-05' where id = $invoiceB1"),
        seenBy(
            "message-settled",
            pay("$invoiceB1", 8000, "2026-03-04", "2026-03-04 05:00Z"),
            "update ledger.invoice set settled_on = '2026-03-04' where id = $invoiceB1",
            "update cases.step_taken set taken_at = '2026-03-01' where invoice_id = $invoiceB1",
            "update cases.recovery_case set touched = true where id = $case2"),
        seenBy("message-asks", "update correspondence.message set amounts = '{8001}' where id = $draft"),
        seenBy(
            "message-asks",
            pay("$invoiceB1", 1, "2026-03-04", "2026-03-04 05:00Z")),
        seenBy(
            "message-asks",
            "insert into cases.dispute (id, creditor_id, debtor_id, invoice_id, amount, why, opened_on, answer_due_on, recorded_by)"
                + " values (gen_random_uuid(), $Brightwell, $birch, $invoiceB1, 1, 'x', '2026-03-02', '2026-03-09', 'duly')"),
        seenBy(
            "message-unallocated",
            "insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind, recorded_at)"
                + " values (gen_random_uuid(), $Brightwell, $birch, 'EUR', 5, '2026-03-03', 'bank', '2026-03-03')"),
        seenBy(
            "message-unallocated",
            "insert into ledger.receipt (id, creditor_id, currency, amount, received_on, kind, recorded_at)"
                + " values ($task, $Brightwell, 'EUR', 5, '2026-03-03', 'bank', '2026-03-03')",
            "insert into ledger.receipt_candidate values ($task, $birch, $Brightwell, 'same amount')"),
        seenBy(
            "message-unallocated",
            "insert into ledger.credit_note (id, creditor_id, debtor_id, number, currency, amount, issued_on, recorded_at)"
                + " values (gen_random_uuid(), $Brightwell, $birch, 'G-77', 'EUR', 5, '2026-03-03', '2026-03-03')"),
        seenBy(
            "message-promise",
            "update agreements.promise set due_on = '2026-03-09', outcome = null, judged_on = null where id = $promiseBroken"),
        seenBy(
            "message-refused",
            "insert into parties.contact_person (id, creditor_id, debtor_id, name, refused_channels)"
                + " values (gen_random_uuid(), $Brightwell, $birch, 'Bea', '{email}')"));
  }

  private static List<Breakage> cases() {
    return List.of(
        seenBy(
            Set.of("next-action", "case-guard"),
            "alter table cases.recovery_case drop constraint open_case_has_next_action",
            "update cases.recovery_case set because = null where id = $case1"),
        seenBy(
            "next-action",
            "alter table cases.recovery_case drop constraint open_case_has_next_action",
            "update cases.recovery_case set review_on = null where id = $case1",
            "alter table cases.recovery_case add constraint open_case_has_next_action check (true)"),
        seenBy("review-past", "update cases.recovery_case set review_on = '2026-03-04' where id = $case1"),
        seenBy("overdue-without-case", "update ledger.invoice set due_on = '2026-03-03' where id = $invoiceB2"),
        seenBy(
            "nothing-open",
            pay("$invoiceA1", 5000, "2026-03-03", "2026-03-03 05:00Z"),
            pay("$invoiceA2", 5000, "2026-03-03", "2026-03-03 05:00Z"),
            "update cases.step_taken set taken_at = '2026-03-01' where invoice_id = $invoiceA2",
            "update ledger.invoice set settled_on = '2026-03-03' where debtor_id = $alder"),
        seenBy("closed-is-done", "update cases.task set case_id = $case3, creditor_id = $Harbour where id = $task", another("$case3", "task-opened", "task")),
        seenBy(
            Set.of("one-open-case", "case-guard", "opened-entry"),
            "drop index cases.one_open_case",
            secondCase()),
        seenBy(
            "one-open-case",
            "drop index cases.one_open_case",
            "create unique index one_open_case on cases.recovery_case (number)",
            secondCase(),
            another("$sent", "opened")),
        seenBy("wake-guard", "drop trigger wake_case on ledger.receipt"),
        seenBy("case-guard", "alter table cases.recovery_case drop constraint open_case_has_next_action"));
  }

  private static List<Breakage> steps() {
    return List.of(
        seenBy(
            Set.of("step-twice", "step-guard"),
            "alter table cases.step_taken drop constraint step_taken_pkey",
            "insert into cases.step_taken values ($invoiceA2, 'call', '2026-03-03', $case1, $Brightwell, '2026-03-03')"),
        seenBy(
            "step-twice",
            "alter table cases.step_taken drop constraint step_taken_pkey, add primary key (invoice_id, step, taken_on)",
            "insert into cases.step_taken values ($invoiceA2, 'call', '2026-03-03', $case1, $Brightwell, '2026-03-03')"),
        seenBy(
            "steps-bunched",
            "insert into cases.step_taken values ($invoiceA2, 'placement', '2026-03-04', $case1, $Brightwell, '2026-03-04')"),
        seenBy(
            "step-settled",
            "insert into cases.step_taken values ($invoiceC1, 'call', '2026-03-03', $case3, $Harbour, '2026-03-03 06:00Z')"),
        seenBy("message-steps", "delete from cases.step_taken where invoice_id = $invoiceB1"),
        seenBy(
            "message-decision",
            "update cycle.decision set action = 'ask' where case_id = $case2 and decided_on = '2026-03-04'"),
        seenBy("decision-numbers", "update cycle.decision set nth = 2 where nth = 1"),
        seenBy("step-guard", "alter table cases.step_taken drop constraint step_taken_pkey"));
  }

  private static List<Breakage> journal() {
    return List.of(
        seenBy("chain-gapless", "delete from journal.entry where case_id = $case1 and seq = 10"),
        seenBy(
            "chain-links",
            "alter table journal.chain disable trigger all",
            another("$case1", "note", "link", "sha256('x')")),
        seenBy("entry-hash", "update journal.entry set summary = 'x' where case_id = $case1 and seq = 2"),
        seenBy("entry-hash", "update journal.entry set occurred_at = occurred_at + interval '1 microsecond' where case_id = $case1 and seq = 2"),
        seenBy("entry-hash", "update journal.entry set recorded_at = recorded_at + interval '1 microsecond' where case_id = $case1 and seq = 2"),
        seenBy("entry-hash", "update journal.entry set document = null where case_id = $case1 and seq = 11"),
        seenBy("chain-head", "update journal.chain set head = sha256('x') where case_id = $case1"),
        seenBy("chain-head", "update journal.chain set entries = 99 where case_id = $case1"),
        seenBy(Set.of("chain-head", "call-entry"), "delete from journal.entry where case_id = $case1 and seq = 11"),
        seenBy("chain-head", "delete from journal.chain where case_id = $case1"),
        seenBy(
            "journal-of-a-case",
            another("$sent", "note")),
        seenBy(Set.of("opened-entry", "entry-hash"), "update journal.entry set kind = 'x' where kind = 'opened' and case_id = $case3"),
        seenBy("opened-entry", renamed("opened", "$case3")),
        seenBy("closed-entry", "update cases.task set done_by = 'person:ada' where case_id = $case3",
            another("$case3", "task-done", "00000000-0000-0000-000a-0000000000c1"), renamed("closed", "$case3")),
        seenBy("decision-entry", "insert into cycle.decision (case_id, decided_on, nth, creditor_id, action, open_balance, policy, reasons)"
            + " values ($case1, '2026-03-03', 0, $Brightwell, 'ask', 1, 'x', '[]')"),
        seenBy("stage-entry", "update cases.recovery_case set stage = 'negotiation' where id = $case1"),
        seenBy("hold-entry", renamed("hold-placed", "$case2")),
        seenBy("hold-entry", renamed("hold-lifted", "$case2")),
        seenBy("dispute-entry", renamed("dispute-opened", "$case1")),
        seenBy("dispute-entry", "update cases.dispute set closed_on = '2026-03-04', outcome = 'rejected'"),
        seenBy("promise-entry", renamed("promise-made", "$case2")),
        seenBy("promise-entry", renamed("promise-superseded", "$case2")),
        seenBy("promise-entry", renamed("promise-judged", "$case2")),
        seenBy("task-entry", renamed("task-opened", "$case1")),
        seenBy("task-entry", renamed("task-done", "$case1")),
        seenBy("task-entry", "update cases.task set created_on = '2026-03-03' where id = $task"),
        seenBy("reason-entry", renamed("reason-recorded", "$case1")),
        seenBy("reason-entry", renamed("reason-verified", "$case1")),
        seenBy("sent-entry", renamed("taken-as-sent", "$case1")),
        seenBy("documents", "delete from journal.document where name = 'letter.txt'"),
        seenBy("documents", "delete from journal.document_scope where sha256 not in (sha256('mail'), sha256('answer'))"),
        seenBy("documents", "alter table journal.document drop constraint document_check", "update journal.document set bytes = 'x'"),
        seenBy("documents", "update parties.terms set document = sha256('x')"),
        seenBy("documents", "update parties.acceptance set document = sha256('x')"));
  }

  private static List<Breakage> days() {
    return List.of(
        seenBy("set-aside-retried", "update cycle.set_aside set resolved_on = null"),
        seenBy("days-in-order", "update cycle.day set started_at = '2026-03-02 06:04Z' where day = '2026-03-03'"),
        seenBy("days-in-order", "update cycle.day set finished_at = '2026-03-04 05:59Z' where day = '2026-03-04'"),
        seenBy("arrivals", "update intake.kept_back set arrived_at = null"),
        seenBy("chunks-done", "update cycle.chunk set done = false where day = '2026-03-03'"),
        seenBy("days-known", "delete from cycle.day where day = '2026-03-03'", "update cycle.decision set decided_on = '2026-03-03' where decided_on = '2026-03-03'"),
        seenBy("days-known", "delete from cycle.day where day = '2026-03-02'"));
  }

  private static List<Breakage> holds() {
    return List.of(
        seenBy("dispute-answer", "update cases.dispute set answer_due_on = '2026-03-03', recorded_at = '2026-03-03'"),
        seenBy(
            "dispute-asked",
            "insert into cases.inquiry (id, creditor_id, dispute_id, whom, question, asked_on, asked_by, recorded_at, answer_by)"
                + " select gen_random_uuid(), creditor_id, id, 'the carrier', 'x', opened_on - 1, 'duly', now(), opened_on from cases.dispute"),
        seenBy("dispute-explained", "update cases.dispute set explanation_id = (select min(id::text)::uuid from correspondence.message)"),
        seenBy("hold-guard", "alter table cases.dispute disable trigger stop_contact"),
        seenBy("message-under-hold", "update cases.hold set until = null, lifted_on = '2026-03-05' where id = $holdOfCase"),
        seenBy("message-under-hold", "update cases.hold set lifted_on = null, lifted_by = null where id = $holdOfDebtor"),
        seenBy("draft-left", "update cases.hold set since = '2026-03-05', lifted_on = '2026-03-06' where id = $holdOfCase"),
        seenBy(
            "draft-left",
            "update cases.dispute set invoice_id = $invoiceB1, debtor_id = $birch, opened_on = '2026-03-05', answer_due_on = '2026-03-09'",
            another("$case2", "dispute-opened", "00000000-0000-0000-0005-0000000000a1")),
        seenBy("draft-left", "update agreements.promise set made_on = '2026-03-05', due_on = '2026-03-05' where id = $promiseSuperseded"),
        seenBy(
            "contact-under-hold",
            "insert into cases.hold (id, creditor_id, debtor_id, kind, why, since, placed_by)"
                + " values (gen_random_uuid(), $Brightwell, $alder, 'hardship', 'x', '2026-03-02', 'duly')"));
  }

  private static List<Breakage> scope() {
    return List.of(
        seenBy("scoped-tables", "alter table ledger.invoice disable row level security"),
        seenBy("scoped-tables", "drop policy scoped on journal.document"),
        seenBy("scoped-tables", "create policy open on cases.task to duly_desk using (true)"),
        seenBy("scoped-tables", "create table ledger.fresh (creditor_id uuid)"),
        seenBy("desk-role", "grant update (name) on parties.debtor to duly_desk"),
        seenBy("desk-role", "grant insert on cases.task to duly_reader"),
        seenBy("creditor-of-debtor", "update correspondence.contact set creditor_id = $Harbour, case_id = null where id = $call"),
        seenBy("creditor-of-debtor", "update parties.acceptance set creditor_id = $Harbour"),
        seenBy("creditor-of-debtor", "update parties.contact_person set debtor_id = gen_random_uuid()"),
        seenBy("creditor-of-case", "update cases.checklist_mark set creditor_id = $Harbour"),
        seenBy("creditor-of-case", "update journal.chain set creditor_id = $Harbour where case_id = $case1"),
        seenBy("creditor-of-case", "update journal.entry set creditor_id = $Harbour where case_id = $case1 and seq = 1"),
        seenBy("creditor-of-case", "update correspondence.contact set case_id = $case2 where id = $call"),
        seenBy("creditor-of-invoice", "update ledger.posting set debtor_id = $birch where id = $paid"),
        seenBy("creditor-of-invoice", "update ledger.posting set creditor_id = $Harbour where id = $credited"));
  }

  private static List<Breakage> history() {
    return List.of(
        seenBy("append-only-trigger", "alter table cycle.decision disable trigger append_only"),
        seenBy("append-only-trigger", "drop trigger append_only on journal.entry"),
        seenBy("append-only-grants", "grant update (gross) on ledger.invoice to duly_app"),
        seenBy("append-only-grants", "grant delete on journal.entry to duly_app"),
        seenBy("append-only-grants", "grant delete on journal.chain to duly_app"),
        seenBy("actors-known", "update ledger.posting set actor = 'person:eve' where id = $credited"),
        seenBy("actors-known", "update cases.task set done_by = 'somebody' where done_by = 'person:ada'"),
        seenBy("actors-known", "update identity.person set login = 'adam'"),
        seenBy(
            "shut-out",
            "update identity.person set shut_out_at = now()",
            "insert into identity.session (id_hash, number, person_id, created_at, signed_in_at, last_seen_at, ends_at, kept)"
                + " select sha256('x'), gen_random_uuid(), id, now(), now(), now(), now() + interval '1 hour', '' from identity.person"),
        seenBy(
            "shut-out",
            "update identity.person set shut_out_at = now()",
            "insert into identity.link (id, person_id, token_hash, made_at, made_by, expires_at)"
                + " select gen_random_uuid(), id, sha256('x'), now(), 'duly', now() + interval '1 hour' from identity.person"),
        seenBy("an-administrator", "update identity.person set role = 'administrator', shut_out_at = now()"),
        seenBy("append-only-trigger", "drop trigger append_only on identity.change"));
  }

  private static String pay(String invoice, int amount, String on, String recordedAt) {
    return """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, amount, effective_on, recorded_at, actor)
        select gen_random_uuid(), creditor_id, debtor_id, id, currency, 'write_off', %d, '%s', '%s', 'duly'
          from ledger.invoice where id = %s
        """
        .formatted(amount, on, recordedAt, invoice);
  }

  private static String secondCase() {
    return """
        insert into cases.recovery_case (id, number, creditor_id, debtor_id, currency, stage, opened_on, next_action, next_action_on, review_on, because)
        values ($sent, 9, $Brightwell, $alder, 'EUR', 'reminder', '2026-03-04', 'wait', '2026-03-09', '2026-03-09', 'x')
        """;
  }

  /** Adds an entry with right hashes at the end of a case's chain. */
  private static String another(String caseId, String kind) {
    return another(caseId, kind, "");
  }

  static String another(String caseId, String kind, String body) {
    return another(caseId, kind, body, "coalesce(c.head, decode(repeat('0', 64), 'hex'))");
  }

  private static String another(String caseId, String kind, String body, String prev) {
    return """
        with new as (
          select r.id, coalesce(c.entries, 0) + 1 as seq, coalesce(v.creditor_id, $Brightwell::uuid) as creditor_id,
                 '%2$s' as kind, '%3$s' || case when '%3$s' = 'task' then $task else '' end as body, %4$s as prev
            from (select %1$s::uuid as id) r left join journal.chain c on c.case_id = r.id
            left join cases.recovery_case v on v.id = r.id),
        hashed as (
          select *, %5$s as hash from (select *, id as case_id, timestamptz '2026-03-04 08:00Z' as occurred_at,
            timestamptz '2026-03-04 08:00Z' as recorded_at, 'duly' as actor, '' as summary, null::bytea as document, prev as prev_hash from new) e),
        entry as (
          insert into journal.entry
          select id, seq, creditor_id, kind, occurred_at, recorded_at, actor, summary, body, null, prev, hash from hashed)
        insert into journal.chain (case_id, creditor_id, entries, head) select id, creditor_id, seq, hash from hashed
        on conflict (case_id) do update set entries = excluded.entries, head = excluded.head
        """
        .formatted(caseId, kind, body, prev, HASH);
  }

  /** Calls the entries of a kind something else and makes the chain whole again, as somebody with every right would. */
  static String renamed(String kind, String caseId) {
    return """
        do $do$
        declare
          e record;
          before bytea := decode(repeat('0', 64), 'hex');
        begin
          update journal.entry set kind = 'other' where kind = '%1$s' and case_id = %2$s;
          for e in select * from journal.entry where case_id = %2$s order by seq loop
            e.prev_hash := before;
            before := %3$s;
            update journal.entry set prev_hash = e.prev_hash, hash = before where case_id = e.case_id and seq = e.seq;
          end loop;
          update journal.chain set head = before where case_id = %2$s;
        end $do$
        """
        .formatted(kind, caseId, HASH);
  }

  private static final String HASH =
      """
      sha256(convert_to(concat_ws(chr(10), 'duly-journal-1', e.case_id, e.seq, e.kind,
        to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor,
        encode(sha256(convert_to(e.summary, 'UTF8')), 'hex'), encode(sha256(convert_to(e.body, 'UTF8')), 'hex'),
        coalesce(encode(e.document, 'hex'), '-'), encode(e.prev_hash, 'hex'), ''), 'UTF8'))""";
}
