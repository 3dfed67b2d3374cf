package io.duly.agreements;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.plans.BankDay;
import io.duly.plans.Pace;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
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
 * "I have sent it" (P30): recorded, and awaited for some bank days in which a hold keeps reminders away. What came by then is
 * thanked for by the daily cycle; what did not is asked about by a person, and held against nobody: promises are judged elsewhere.
 */
@Component
public final class PaymentNotices {
  private static final int LONGEST = 1000;
  /** An old transfer would have been seen. */
  private static final int EARLIEST_DAYS = 60;

  private static final String OPEN =
      "select * from agreements.payment_notice where outcome is null and %s order by awaited_until, id";

  /** Money of the debtor since about the day it was sent; what was told earlier counts first. */
  private static final String CAME =
      """
      select coalesce((select sum(r.amount) from ledger.receipt r where r.debtor_id = n.debtor_id and r.currency = n.currency and r.received_on >= n.sent_on), 0)
             >= (select sum(o.amount) from agreements.payment_notice o where o.case_id = n.case_id and o.sent_on >= n.sent_on and (o.id = n.id or (o.outcome is null and o.id < n.id)
                   or o.outcome = 'arrived')) as came
        from agreements.payment_notice n where n.id = ?
      """;

  private final CaseJournal cases;
  private final Holds holds;
  private final Tasks tasks;
  private final IdSource ids;

  PaymentNotices(CaseJournal cases, Holds holds, Tasks tasks, IdSource ids) {
    this.cases = cases;
    this.holds = holds;
    this.tasks = tasks;
    this.ids = ids;
  }

  /** By which way the debtor says that it was sent. */
  public enum Way {
    TRANSFER(3),
    CARD(3),
    DIRECT_DEBIT(5),
    CHEQUE(7),
    CASH(1);

    private static final Pace NEXT = new Pace.Days(1);
    private final int bankDays;

    Way(int bankDays) {
      this.bankDays = bankDays;
    }

    /**
     * The last day on which it may come.
     *
     * @param from the day on which it was sent, or told where that is later
     * @param days on which the debtor's bank works
     */
    public LocalDate lastDay(LocalDate from, BankDay days) {
      var day = from;
      for (int passed = 0; passed < bankDays; passed++) {
        day = days.of(day.plusDays(1), NEXT);
      }
      return day;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is told. */
  public record Told(Money amount, LocalDate sentOn, Way way, Optional<String> ownWords, LocalDate awaitedUntil) {}

  /**
   * Records it. The same told again while it is awaited is the same: nothing is done twice.
   *
   * @throws CannotRecord where the case is unknown or closed, or the amount or day cannot be
   */
  public PaymentNotice tell(DSLContext tx, CaseId id, Told told, Recorded by) {
    var head = cases.locked(tx, List.of(id)).stream().findFirst().orElseThrow(() -> new CannotRecord("The case is closed; nothing is awaited in it."));
    require(head, told, by.on());
    return known(tx, head, told).orElseGet(() -> record(tx, head, told, by));
  }

  /** What is awaited in a case. */
  public List<PaymentNotice> awaited(DSLContext tx, CaseId id) {
    return tx.fetch(OPEN.formatted("case_id = ?"), id.value()).map(PaymentNotices::notice);
  }

  /**
   * Looks at everything that is awaited: what came ends its hold, what did not come in time becomes a task for a person.
   *
   * @return how many ended
   */
  public int look(DSLContext tx, LocalDate today, Recorded by) {
    int ended = 0;
    for (var notice : tx.fetch(OPEN.formatted("true") + " limit 500").map(PaymentNotices::notice)) {
      ended += look(tx, notice, today, by) ? 1 : 0;
    }
    return ended;
  }

  private boolean look(DSLContext tx, PaymentNotice notice, LocalDate today, Recorded by) {
    boolean came = tx.fetchSingle(CAME, notice.id()).get(0, Boolean.class);
    if (!came && !notice.awaitedUntil().isBefore(today) || !end(tx, notice, came, by)) {
      return false;
    }
    if (tx.fetchExists(org.jooq.impl.DSL.selectOne().from("cases.hold").where("id = ? and lifted_on is null", notice.hold()))) {
      holds.end(tx, notice.hold(), came ? "the payment came" : "the payment was awaited until " + notice.awaitedUntil() + " and was not seen", by);
    }
    var head = cases.head(tx, notice.recovery());
    if (!came && head.isOpen()) {
      tasks.open(tx, head.id(), TaskKind.REVIEW, "ask about " + notice.amount() + ": the debtor says that it was sent on " + notice.sentOn() + ", and it was not seen by " + notice.awaitedUntil(), today, by);
    }
    return true;
  }

  private static boolean end(DSLContext tx, PaymentNotice notice, boolean came, Recorded by) {
    return tx.execute("update agreements.payment_notice set outcome = ?, ended_on = ?::date where id = ? and outcome is null", came ? "arrived" : "not_seen", by.on(), notice.id()) == 1;
  }

  private static void require(CaseHead head, Told told, LocalDate today) {
    if (!told.amount().currency().equals(head.currency()) || !told.amount().isPositive()) {
      throw new CannotRecord("A payment of this case is an amount of " + head.currency() + " above zero.");
    }
    if (told.sentOn().isAfter(today) || told.sentOn().isBefore(today.minusDays(EARLIEST_DAYS))) {
      throw new CannotRecord("A payment that was sent was sent within the last " + EARLIEST_DAYS + " days, not on " + told.sentOn() + ".");
    }
    if (told.ownWords().filter(words -> words.length() > LONGEST).isPresent()) {
      throw new CannotRecord("At most " + LONGEST + " signs are kept with it.");
    }
  }

  private static Optional<PaymentNotice> known(DSLContext tx, CaseHead head, Told told) {
    return tx.fetchOptional(OPEN.formatted("case_id = ? and amount = ? and sent_on = ?::date"), head.id().value(), told.amount().minor(), told.sentOn()).map(PaymentNotices::notice);
  }

  private PaymentNotice record(DSLContext tx, CaseHead head, Told told, Recorded by) {
    var id = ids.next();
    var summary = "Says that " + told.amount() + " was sent on " + told.sentOn() + " (" + told.way().word().replace('_', ' ') + "); awaited until " + told.awaitedUntil()
        + told.ownWords().map(words -> ": " + words).orElse("");
    cases.write(tx, List.of(head), "payment-told", summary, facts(id, told), by);
    var hold = holds.place(tx, head.id(), new HoldRequest(HoldKind.VERIFICATION, "the debtor says that " + told.amount() + " was sent on " + told.sentOn(), Optional.of(told.awaitedUntil())), by);
    tx.execute(
        """
        insert into agreements.payment_notice (id, creditor_id, debtor_id, case_id, currency, amount, sent_on, way, own_words, told_on, told_at, told_by, awaited_until, hold_id)
        values (?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?::date, ?::timestamptz, ?, ?::date, ?)
        """,
        id, head.creditor().value(), head.debtor().value(), head.id().value(), head.currency().getCurrencyCode(), told.amount().minor(), told.sentOn(), told.way().word(),
        org.jooq.impl.DSL.val(told.ownWords().orElse(null), String.class), by.on(), by.occurredAt().atOffset(ZoneOffset.UTC), by.actor(), told.awaitedUntil(), hold);
    return new PaymentNotice(id, head.id(), told.amount(), told.sentOn(), told.awaitedUntil(), hold);
  }

  private static Map<String, String> facts(UUID id, Told told) {
    return Map.of(
        "notice", id.toString(), "amount", told.amount().plain(), "currency", told.amount().currency().getCurrencyCode(), "sentOn", told.sentOn().toString(),
        "way", told.way().word(), "awaitedUntil", told.awaitedUntil().toString(), "ownWords", told.ownWords().orElse(""));
  }

  private static PaymentNotice notice(Record row) {
    return new PaymentNotice(
        row.get("id", UUID.class), new CaseId(row.get("case_id", UUID.class)), Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class).strip()),
        row.get("sent_on", LocalDate.class), row.get("awaited_until", LocalDate.class), row.get("hold_id", UUID.class));
  }
}
