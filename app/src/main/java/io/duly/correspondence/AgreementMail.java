package io.duly.correspondence;

import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.journal.JournalEntry;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * What the day asks to be written about agreements, once the cases are decided: a friendly word some days before an instalment, and once
 * more what was agreed where nobody said yes. Both are planned for a day that is free, in sets.
 */
@Component
public final class AgreementMail {
  private static final int DAYS_BEFORE = 3;
  private static final int DAYS_TO_SAY_YES = 7;

  /**
   * Not to whoever agreed to it within the last days or is left in peace. Where it is collected by direct debit and no recap told of it, it is told as long
   * before as was agreed, for else it cannot be collected.
   */
  private static final String INSTALMENTS =
      """
      select p.creditor_id, p.debtor_id, p.case_id, p.currency, n.id as plan_id, p.nth::int as nth, p.due_on, way.channel, way.day, way.language,
             array(select l.invoice_id from agreements.plan_line l join ledger.invoice i on i.id = l.invoice_id where l.plan_id = n.id and i.settled_on is null) as invoices
        from agreements.promise p
        join agreements.plan n on n.id = p.plan_id
        cross join lateral (select case when n.paid_by = 'direct_debit' and not exists (select from correspondence.recap r join correspondence.message m on m.id = r.message_id
            where r.plan_id = n.id and m.sent_on is not null) then (select t.notice_days from agreements.direct_debit t where t.creditor_id = n.creditor_id) end as days) notice
        join cases.recovery_case c on c.id = p.case_id and c.stage <> 'closed'
        cross join lateral (select correspondence.way_of_writing(d.id) as channel, correspondence.free_day(d.id, ?::date, p.due_on - coalesce(notice.days, 1)) as day,
            coalesce(d.language, r.language) as language from parties.debtor d join parties.creditor r on r.id = d.creditor_id where d.id = p.debtor_id) way
       where p.outcome is null and p.due_on between ?::date + 1 and ?::date + %d + coalesce(notice.days, 0) and (notice.days is not null or n.made_on < ?::date - %d)
         and way.channel is not null and way.day is not null
         and not exists (select from correspondence.instalment_notice o where o.plan_id = n.id and o.nth = p.nth)
         and not exists (select from cases.hold h where h.debtor_id = p.debtor_id and (h.case_id is null or h.case_id = p.case_id) and h.lifted_on is null
             and h.since <= ?::date and (h.until is null or h.until >= ?::date))
       order by p.id for no key update of p
      """.formatted(DAYS_BEFORE, 2 * DAYS_BEFORE);

  private static final String UNANSWERED =
      """
      select r.message_id as again_of, r.creditor_id, r.debtor_id, r.case_id, m.currency, r.plan_id, r.promise_id, way.channel, way.day, way.language, m.invoice_ids as invoices
        from correspondence.recap r join correspondence.message m on m.id = r.message_id
        join cases.recovery_case c on c.id = r.case_id and c.stage <> 'closed'
        cross join lateral (select correspondence.way_of_writing(d.id) as channel, correspondence.free_day(d.id, ?::date, ?::date + 7) as day,
            coalesce(d.language, k.language) as language from parties.debtor d join parties.creditor k on k.id = d.creditor_id where d.id = r.debtor_id) way
       where r.acknowledged_at is null and r.again_of is null and m.sent_on <= ?::date - %d and m.sent_on > ?::date - 60
         and not exists (select from correspondence.recap again where again.again_of = r.message_id)
         and (exists (select from agreements.plan p where p.id = r.plan_id and p.ended_on is null and p.grace_until is null)
           or exists (select from agreements.promise p where p.id = r.promise_id and p.outcome is null and p.due_on > ?::date))
         and way.channel is not null and way.day is not null
         and not exists (select from cases.hold h where h.debtor_id = r.debtor_id and (h.case_id is null or h.case_id = r.case_id) and h.lifted_on is null
             and h.since <= ?::date and (h.until is null or h.until >= ?::date))
       order by r.message_id for no key update of r
      """.formatted(DAYS_TO_SAY_YES);

  private static final String MESSAGE =
      """
      insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, purpose,
          planned_on, currency, invoice_ids, amounts)
      values (?, ?, ?, ?, ?, ?, ?, 'friendly', ?, 'checked', ?, ?::date, ?, ?::uuid[], array_fill(0::bigint, array[?]))
      """;

  private static final String NOTICE = "insert into correspondence.instalment_notice (plan_id, nth, creditor_id, message_id) values (?, ?, ?, ?)";
  private static final String AGAIN =
      """
      insert into correspondence.recap (message_id, creditor_id, debtor_id, case_id, plan_id, promise_id, again_of, recorded_at)
      values (?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?::timestamptz)
      """;

  private final CaseJournal cases;
  private final IdSource ids;

  AgreementMail(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /** Plans what is due on a day; once however often it is asked. Answers how many messages. */
  public int plan(DSLContext tx, LocalDate day, Instant now) {
    var occurredAt = day.atTime(LocalTime.ofInstant(now, ZoneOffset.UTC)).toInstant(ZoneOffset.UTC);
    var by = new Recorded(Recorded.DULY, day, occurredAt.isAfter(now) ? now : occurredAt, now);
    var taken = new HashSet<UUID>();
    return reminders(tx, day, taken, by) + again(tx, day, taken, by);
  }

  private int reminders(DSLContext tx, LocalDate day, Set<UUID> taken, Recorded by) {
    var letters = new ArrayList<Letter>();
    var notices = new ArrayList<Object[]>();
    for (var row : tx.fetch(INSTALMENTS, day, day, day, day, day, day)) {
      if (taken.add(row.get("debtor_id", UUID.class))) {
        var letter = new Letter(ids.next(), row, "plan-reminder", "instalment");
        letters.add(letter);
        notices.add(new Object[] {row.get("plan_id", UUID.class), row.get("nth", Integer.class), row.get("creditor_id", UUID.class), letter.id()});
      }
    }
    write(tx, letters, NOTICE, notices);
    cases.write(tx, letters.stream().map(one -> one.entry("instalment-reminder", "The instalment of " + one.row().get("due_on", LocalDate.class) + " is reminded of", by)).toList(), by);
    return letters.size();
  }

  private int again(DSLContext tx, LocalDate day, Set<UUID> taken, Recorded by) {
    var letters = new ArrayList<Letter>();
    var recaps = new ArrayList<Object[]>();
    for (var row : tx.fetch(UNANSWERED, day, day, day, day, day, day, day)) {
      if (taken.add(row.get("debtor_id", UUID.class))) {
        var letter = new Letter(ids.next(), row, "recap-again", "recap");
        letters.add(letter);
        recaps.add(new Object[] {
          letter.id(), row.get("creditor_id", UUID.class), row.get("debtor_id", UUID.class), row.get("case_id", UUID.class), row.get("plan_id", UUID.class), row.get("promise_id", UUID.class),
          row.get("again_of", UUID.class), by.recordedAt().atOffset(ZoneOffset.UTC)
        });
      }
    }
    write(tx, letters, AGAIN, recaps);
    cases.write(tx, letters.stream().map(one -> one.entry("recap-drafted", "Nobody has said yes to what was agreed: it is written once more", by)).toList(), by);
    return letters.size();
  }

  private static void write(DSLContext tx, List<Letter> letters, String beside, List<Object[]> rows) {
    if (!letters.isEmpty()) {
      tx.batch(MESSAGE, letters.stream().map(Letter::bindings).toArray(Object[][]::new)).execute();
      tx.batch(beside, rows.toArray(Object[][]::new)).execute();
    }
  }

  /** A message to be planned, from the row that asks for it. */
  private record Letter(UUID id, Record row, String template, String purpose) {
    Object[] bindings() {
      var invoices = row.get("invoices", UUID[].class);
      return new Object[] {
        id, row.get("creditor_id", UUID.class), row.get("debtor_id", UUID.class), row.get("case_id", UUID.class), row.get("channel", String.class), template, template,
        row.get("language", String.class), purpose, day(), row.get("currency", String.class), invoices, invoices.length
      };
    }

    LocalDate day() {
      return row.get("day", LocalDate.class);
    }

    JournalEntry entry(String kind, String sentence, Recorded by) {
      var body = "{\"message\":\"" + id + "\",\"plannedOn\":\"" + day() + "\"}";
      return new JournalEntry(
          new CaseId(row.get("case_id", UUID.class)), new CreditorId(row.get("creditor_id", UUID.class)), kind, by.occurredAt(), by.actor(), sentence + ", planned for " + day() + ".", body,
          Optional.empty());
    }
  }
}
