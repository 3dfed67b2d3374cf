package io.duly.correspondence;

import io.duly.agreements.Plans;
import io.duly.agreements.Promises;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * What was agreed, in writing (P30): every day and amount, how to pay, and what happens where a day passes. It takes the debtor's one
 * message of a day, asks for nothing, and for a yes.
 */
@Component
public final class Recaps {
  private static final int DAYS_AHEAD = 30;
  private static final String WAY =
      """
      select correspondence.way_of_writing(d.id), correspondence.free_day(d.id, ?::date, ?::date), coalesce(d.language, c.language)
        from parties.debtor d join parties.creditor c on c.id = d.creditor_id where d.id = ?
      """;
  private static final String MESSAGE =
      """
      insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, purpose,
          planned_on, currency, invoice_ids, amounts)
      values (?, ?, ?, ?, ?, 'recap', 'recap', 'friendly', ?, 'checked', 'recap', ?::date, ?, ?::uuid[], array_fill(0::bigint, array[?]))
      """;
  private static final String RECAP =
      "insert into correspondence.recap (message_id, creditor_id, debtor_id, case_id, plan_id, promise_id, recorded_at) values (?, ?, ?, ?, ?, ?, ?::timestamptz)";
  private static final String ALL =
      """
      select r.message_id, r.plan_id, r.promise_id, r.again_of, m.state, m.planned_on, m.sent_on, m.channel, r.acknowledged_at, r.acknowledged_by, r.acknowledged_words
        from correspondence.recap r join correspondence.message m on m.id = r.message_id where r.case_id = ? order by r.recorded_at desc, r.message_id desc
      """;
  private static final String YES =
      """
      update correspondence.recap set acknowledged_at = ?::timestamptz, acknowledged_by = ?, acknowledged_words = ?, acknowledgement_recorded_by = ?
       where message_id = ? and acknowledged_at is null
      """;
  private static final String OPEN_INVOICES =
      """
      select i.id from ledger.invoice i where i.debtor_id = ? and i.currency = ? and i.issued_on <= ?::date and i.settled_on is null order by i.due_on, i.number
      """;

  private final CaseJournal cases;
  private final Plans plans;
  private final Promises promises;
  private final IdSource ids;

  Recaps(CaseJournal cases, Plans plans, Promises promises, IdSource ids) {
    this.cases = cases;
    this.plans = plans;
    this.promises = promises;
    this.ids = ids;
  }

  /** @param plannedOn the first day on which it may go */
  public record Planned(MessageId message, String channel, LocalDate plannedOn) {}

  /**
   * A recap as it stands.
   *
   * @param plan or the promise that it repeats
   * @param isAgain it asked again, politely
   * @param state of the message
   */
  public record Recap(
      MessageId message, Optional<UUID> plan, Optional<UUID> promise, boolean isAgain, String state, String channel, LocalDate plannedOn, Optional<LocalDate> sentOn, Optional<Yes> yes) {}

  /** The debtor's yes. */
  public record Yes(Instant at, By by, Optional<String> words) {}

  /** By which way a yes came. */
  public enum By {
    PORTAL,
    REPLY,
    CALL,
    LETTER
  }

  /**
   * Has what runs in a case repeated in writing: its plan, or its promise.
   *
   * @throws CannotRecord where nothing is agreed, it is planned already, or the debtor refuses both e-mail and letters
   */
  public Planned plan(DSLContext tx, CaseId recovery, Recorded by) {
    var head = cases.open(tx, recovery);
    var plan = plans.running(tx, recovery, by.on());
    var promise = promises.running(tx, recovery).map(one -> one.id().value());
    if (plan.isEmpty() && promise.isEmpty()) {
      throw new CannotRecord("Nothing is agreed in case " + head.number() + " that could be repeated.");
    }
    var planId = plan.map(one -> one.id().value());
    requireNew(tx, head, planId, planId.isPresent() ? Optional.empty() : promise);
    var invoices = plan.map(one -> one.invoices().stream().map(invoice -> invoice.value()).toArray(UUID[]::new))
        .orElseGet(() -> tx.fetch(OPEN_INVOICES, head.debtor().value(), head.currency().getCurrencyCode(), by.on()).into(UUID.class).toArray(UUID[]::new));
    var planned = insert(tx, head, invoices, by);
    tx.execute(
        RECAP, planned.message().value(), head.creditor().value(), head.debtor().value(), recovery.value(), planId.orElse(null), planId.isPresent() ? null : promise.orElse(null),
        at(by.recordedAt()));
    var facts = Map.of("message", planned.message().toString(), "channel", planned.channel(), "plannedOn", planned.plannedOn().toString());
    cases.write(tx, List.of(head), "recap-drafted", "What was agreed goes to them in writing by " + planned.channel() + ", planned for " + planned.plannedOn() + ".", facts, by);
    return planned;
  }

  /** The same where it can be; where it cannot, the journal says why, for what was read aloud has to do then. */
  public Optional<Planned> planWherePossible(DSLContext tx, CaseId recovery, Recorded by) {
    try {
      return Optional.of(plan(tx, recovery, by));
    } catch (CannotRecord impossible) {
      cases.write(tx, List.of(cases.head(tx, recovery)), "recap-not-written", "What was agreed is not written to them: " + impossible.getMessage(), Map.of(), by);
      return Optional.empty();
    }
  }

  private void requireNew(DSLContext tx, CaseHead head, Optional<UUID> plan, Optional<UUID> promise) {
    boolean there = of(tx, head.id()).stream()
        .anyMatch(one -> !one.state().equals("withdrawn") && (plan.isPresent() ? one.plan().equals(plan) : promise.isPresent() && one.promise().equals(promise)));
    if (there) {
      throw new CannotRecord("What was agreed in case " + head.number() + " was written to them, or is about to be.");
    }
  }

  private Planned insert(DSLContext tx, CaseHead head, UUID[] invoices, Recorded by) {
    var row = tx.fetchSingle(WAY, by.on(), by.on().plusDays(DAYS_AHEAD), head.debtor().value());
    var channel = Optional.ofNullable(row.get(0, String.class)).orElseThrow(() -> new CannotRecord("The debtor has refused e-mail and letters: read out what was agreed, and write down that they said yes."));
    var day = Optional.ofNullable(row.get(1, LocalDate.class))
        .orElseThrow(() -> new CannotRecord("A message to this debtor is planned for each of the coming days; withdraw one first."));
    var id = ids.next();
    tx.execute(
        MESSAGE, id, head.creditor().value(), head.debtor().value(), head.id().value(), channel, row.get(2, String.class), day, head.currency().getCurrencyCode(), invoices, invoices.length);
    return new Planned(new MessageId(id), channel, day);
  }

  /** Those of a case, the latest first. */
  public List<Recap> of(DSLContext tx, CaseId recovery) {
    return tx.fetch(ALL, recovery.value()).map(Recaps::recap);
  }

  /** The recap of what runs in a case, where it was sent and nobody said yes yet. */
  public Optional<Recap> awaitsYes(DSLContext tx, CaseId recovery, LocalDate today) {
    var plan = plans.running(tx, recovery, today).map(one -> one.id().value());
    var promise = promises.running(tx, recovery).map(one -> one.id().value());
    return of(tx, recovery).stream()
        .filter(one -> !one.isAgain() && one.yes().isEmpty() && one.sentOn().isPresent())
        .filter(one -> plan.isPresent() ? one.plan().equals(plan) : promise.isPresent() && one.promise().equals(promise))
        .findFirst();
  }

  /**
   * The debtor says yes to what was agreed. Said twice, the first counts.
   *
   * @param words theirs, where they said more than yes
   * @return whether it was the first
   * @throws CannotRecord where the case has no such recap
   */
  public boolean acknowledge(DSLContext tx, CaseId recovery, MessageId recap, By how, Optional<String> words, Recorded by) {
    var head = cases.head(tx, recovery);
    var known = of(tx, recovery).stream().filter(one -> one.message().equals(recap)).findFirst()
        .orElseThrow(() -> new CannotRecord("Case " + head.number() + " has no such recap."));
    boolean first = tx.execute(YES, at(by.occurredAt()), how.name().toLowerCase(Locale.ROOT), words.orElse(null), by.actor(), known.message().value()) > 0;
    if (first) {
      var facts = Map.of("message", recap.toString(), "by", how.name().toLowerCase(Locale.ROOT), "words", words.orElse(""));
      var said = words.map(text -> ": " + text).orElse(".");
      cases.write(tx, List.of(head), "recap-acknowledged", "They agree with what was written (" + how.name().toLowerCase(Locale.ROOT) + ")" + said, facts, by);
    }
    return first;
  }

  private static Recap recap(Record row) {
    var yes = Optional.ofNullable(row.get("acknowledged_at", OffsetDateTime.class))
        .map(at -> new Yes(at.toInstant(), By.valueOf(row.get("acknowledged_by", String.class).toUpperCase(Locale.ROOT)), Optional.ofNullable(row.get("acknowledged_words", String.class))));
    return new Recap(
        new MessageId(row.get("message_id", UUID.class)), Optional.ofNullable(row.get("plan_id", UUID.class)), Optional.ofNullable(row.get("promise_id", UUID.class)),
        row.get("again_of", UUID.class) != null, row.get("state", String.class), row.get("channel", String.class), row.get("planned_on", LocalDate.class),
        Optional.ofNullable(row.get("sent_on", LocalDate.class)), yes);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
