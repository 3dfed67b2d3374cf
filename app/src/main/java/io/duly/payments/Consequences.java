package io.duly.payments;

import io.duly.banking.cash.OnlineMoney;
import io.duly.cases.CaseJournal;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import io.duly.payments.PaymentLink.Dispute;
import io.duly.payments.PaymentLink.Payment;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What follows from what a provider tells of a link. The caller holds the case, the link and the creditor's money. */
@Component
final class Consequences {
  /** For how long nobody is contacted until a person has looked. */
  private static final int DAYS_TO_LOOK = 7;

  private final OnlineMoney money;
  private final Holds holds;
  private final Tasks tasks;
  private final CaseJournal cases;
  private final IdSource ids;

  Consequences(OnlineMoney money, Holds holds, Tasks tasks, CaseJournal cases, IdSource ids) {
    this.money = money;
    this.holds = holds;
    this.tasks = tasks;
    this.cases = cases;
    this.ids = ids;
  }

  Outcome of(DSLContext tx, PaymentLink link, Told told, Recorded by) {
    if (told.kind() == Told.Kind.PAYMENT_PAID) {
      return paid(tx, link, told, by);
    }
    if (told.kind() == Told.Kind.LINK_EXPIRED) {
      boolean ended = tx.execute("update payments.payment_link set state = 'over' where id = ? and state in ('new', 'open')", link.id()) == 1;
      return Outcome.of(ended ? Outcome.Kind.DONE : Outcome.Kind.NOTHING, link);
    }
    return link.paid().map(payment -> ofPayment(tx, link, payment, told, by)).orElseGet(() -> Outcome.of(Outcome.Kind.EARLY, link));
  }

  private Outcome ofPayment(DSLContext tx, PaymentLink link, Payment payment, Told told, Recorded by) {
    if (told.payment().filter(id -> !id.equals(payment.id())).isPresent()) {
      return aside(tx, link, "it is of another payment than the one that came by the link", by);
    }
    return switch (told.kind()) {
      case PAYMENT_REFUNDED -> refunded(tx, link, payment, told, by);
      case DISPUTE_OPENED -> contested(tx, link, payment, told, by);
      case DISPUTE_WON -> won(tx, link, payment, told, by);
      case DISPUTE_LOST -> lost(tx, link, payment, told, by);
      case PAYMENT_PAID, LINK_EXPIRED, PAYOUT_PAID, OTHER -> Outcome.of(Outcome.Kind.NOTHING, link);
    };
  }

  /** What is paid late, or by a link whose place another took, is money all the same. */
  private Outcome paid(DSLContext tx, PaymentLink link, Told told, Recorded by) {
    var payment = told.payment().orElseThrow();
    if (link.paid().isPresent()) {
      return link.paid().get().id().equals(payment)
          ? Outcome.of(Outcome.Kind.NOTHING, link)
          : aside(tx, link, "the link is paid a second time: the provider has " + told.amount().orElseThrow() + " that nothing is owed for", by);
    }
    if (!told.amount().orElseThrow().equals(link.amount())) {
      return aside(tx, link, told.amount().orElseThrow() + " was paid by a link of " + link.amount(), by);
    }
    var receipt = new ReceiptId(ids.next());
    money.receive(tx, paid(link, receipt, key(link, payment), day(tx, link, told, by)), by);
    tx.execute(
        "update payments.payment_link set state = 'paid', payment = ?, paid_at = ?::timestamptz, receipt_id = ? where id = ?", payment, told.at().atOffset(ZoneOffset.UTC), receipt.value(), link.id());
    write(tx, link, "paid-online", link.amount() + " was paid online.", told, by);
    return Outcome.of(Outcome.Kind.DONE, link);
  }

  private static OnlineMoney.Paid paid(PaymentLink link, ReceiptId receipt, String key, LocalDate on) {
    return new OnlineMoney.Paid(receipt, link.creditor(), link.debtor(), link.amount(), on, key, link.invoices());
  }

  private static String key(PaymentLink link, String id) {
    return "payments:" + link.provider() + ":" + id;
  }

  /** The creditor's day of the payment, but neither before the link was made nor after the business date: it counts from now on. */
  private static LocalDate day(DSLContext tx, PaymentLink link, Told told, Recorded by) {
    var zone = ZoneId.of(tx.fetchSingle("select time_zone from parties.creditor where id = ?", link.creditor().value()).get(0, String.class));
    var day = told.at().atZone(zone).toLocalDate();
    var notAhead = day.isAfter(by.on()) ? by.on() : day;
    return notAhead.isBefore(link.madeOn()) ? link.madeOn() : notAhead;
  }

  private Outcome refunded(DSLContext tx, PaymentLink link, Payment payment, Told told, Recorded by) {
    var amount = told.amount().orElseThrow();
    if (isTold(tx, link, told)) {
      return Outcome.of(Outcome.Kind.NOTHING, link);
    }
    if (!fits(link, payment, amount)) {
      return aside(tx, link, amount + " is said to have gone back of a payment of which " + link.amount().minus(payment.refunded()) + " is left", by);
    }
    back(tx, link, payment, amount, key(link, "back:" + told.subject().orElseThrow()), "the provider sent the money back", by);
    write(tx, link, "payment-refunded", amount + " that was paid online went back to the payer.", told, by);
    person(tx, link, amount + " that was paid online went back to the payer: look why, and how to go on", by);
    return Outcome.of(Outcome.Kind.DONE, link);
  }

  private static boolean isTold(DSLContext tx, PaymentLink link, Told told) {
    return tx.fetchOptional(
            "select 1 from payments.happening where link_id = ? and kind = ? and subject = ? and event <> ? and outcome = 'done'", link.id(), told.kind().word(), told.subject().orElseThrow(), told.event())
        .isPresent();
  }

  private static boolean fits(PaymentLink link, Payment payment, Money amount) {
    return amount.currency().equals(link.amount().currency()) && amount.compareTo(link.amount().minus(payment.refunded())) <= 0;
  }

  private void back(DSLContext tx, PaymentLink link, Payment payment, Money amount, String key, String why, Recorded by) {
    money.takeBack(tx, paid(link, payment.receipt(), key(link, payment.id()), by.on()), amount, key, why, by);
    tx.execute("update payments.payment_link set refunded = refunded + ? where id = ?", amount.minor(), link.id());
  }

  private Outcome contested(DSLContext tx, PaymentLink link, Payment payment, Told told, Recorded by) {
    if (payment.dispute().isPresent()) {
      return Outcome.of(Outcome.Kind.NOTHING, link);
    }
    var why = "the payer's bank takes " + told.amount().orElse(link.amount()) + " back that was paid online";
    var hold = holds.place(tx, link.creditor(), link.debtor(), new HoldRequest(HoldKind.MANUAL, why, Optional.empty()), by);
    disputed(tx, link, Dispute.OPEN, Optional.of(hold));
    write(tx, link, "chargeback-opened", "The payer's bank asks for " + told.amount().orElse(link.amount()) + " back that was paid online.", told, by);
    task(tx, link, why + ": answer the provider with what proves the debt", by);
    return Outcome.of(Outcome.Kind.DONE, link);
  }

  private Outcome won(DSLContext tx, PaymentLink link, Payment payment, Told told, Recorded by) {
    if (payment.dispute().filter(one -> one == Dispute.LOST).isPresent()) {
      return aside(tx, link, "what was lost is said to be won: money may come back", by);
    }
    if (payment.dispute().filter(one -> one == Dispute.WON).isPresent()) {
      return Outcome.of(Outcome.Kind.NOTHING, link);
    }
    endHold(tx, payment, "the payment stands: the provider decided for us", by);
    disputed(tx, link, Dispute.WON, payment.hold());
    write(tx, link, "chargeback-won", "The payment stands: the provider decided for us.", told, by);
    return Outcome.of(Outcome.Kind.DONE, link);
  }

  private Outcome lost(DSLContext tx, PaymentLink link, Payment payment, Told told, Recorded by) {
    if (payment.dispute().filter(one -> one == Dispute.LOST).isPresent()) {
      return Outcome.of(Outcome.Kind.NOTHING, link);
    }
    var amount = told.amount().orElseGet(() -> link.amount().minus(payment.refunded()));
    if (!amount.isPositive() || !fits(link, payment, amount)) {
      return aside(tx, link, amount + " is said to be lost of a payment of which " + link.amount().minus(payment.refunded()) + " is left", by);
    }
    endHold(tx, payment, "the provider decided for the payer", by);
    disputed(tx, link, Dispute.LOST, payment.hold());
    back(tx, link, payment, amount, key(link, "lost:" + told.subject().orElseThrow()), "the payer's bank took the money back", by);
    write(tx, link, "chargeback-lost", amount + " that was paid online is lost to the payer's bank: it is owed again.", told, by);
    person(tx, link, amount + " that was paid online was taken back by the payer's bank: look why, and how to go on", by);
    return Outcome.of(Outcome.Kind.DONE, link);
  }

  private static void disputed(DSLContext tx, PaymentLink link, Dispute how, Optional<UUID> hold) {
    tx.execute(
        "update payments.payment_link set dispute = ?, dispute_hold = ?::uuid where id = ?", how.name().toLowerCase(java.util.Locale.ROOT), hold.orElse(null), link.id());
  }

  /** A person may have lifted it before. */
  private void endHold(DSLContext tx, Payment payment, String why, Recorded by) {
    payment.hold().filter(hold -> tx.fetchOptional("select 1 from cases.hold where id = ? and lifted_on is null", hold).isPresent()).ifPresent(hold -> holds.end(tx, hold, why, by));
  }

  private Outcome aside(DSLContext tx, PaymentLink link, String why, Recorded by) {
    cases.write(tx, List.of(cases.head(tx, link.recovery())), "payment-aside", "The provider of payments told something that does not fit, and nothing was booked: " + why + ".", Map.of("link", link.id().toString(), "why", why), by);
    person(tx, link, why + ": look at the provider's own pages", by);
    return Outcome.aside(Optional.of(link.id()), why);
  }

  /** Nobody is contacted before a person looked, in cases that are opened because of it too. */
  private void person(DSLContext tx, PaymentLink link, String why, Recorded by) {
    holds.place(tx, link.creditor(), link.debtor(), new HoldRequest(HoldKind.MANUAL, why, Optional.of(by.on().plusDays(DAYS_TO_LOOK))), by);
    task(tx, link, why, by);
  }

  private void task(DSLContext tx, PaymentLink link, String why, Recorded by) {
    cases.openOf(tx, link.debtor(), link.amount().currency()).ifPresent(head -> tasks.open(tx, head.id(), TaskKind.REVIEW, why, by.on(), by));
  }

  private void write(DSLContext tx, PaymentLink link, String kind, String sentence, Told told, Recorded by) {
    var facts = new TreeMap<String, Object>(Map.of("link", link.id().toString(), "event", told.event(), "at", told.at().toString()));
    told.payment().ifPresent(id -> facts.put("payment", id));
    told.subject().ifPresent(id -> facts.put("subject", id));
    told.amount().ifPresent(amount -> facts.put("amount", amount.plain()));
    cases.write(tx, List.of(cases.head(tx, link.recovery())), kind, sentence, facts, by);
  }
}
