package io.duly.charging;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.ChargeId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.InvoiceLine;
import io.duly.ledger.Ledger;
import io.duly.rules.Basis;
import io.duly.rules.CourtFee;
import io.duly.rules.CourtFees;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What a court asked for beginning a claim, charged because a person says that it was paid: never by itself, and once for a
 * case. It stands on the oldest overdue invoice of the case.
 */
@Component
public final class CourtCosts {
  private final CourtFees fees = CourtFees.shipped();
  private final Charging charging;
  private final Ledger ledger;
  private final ChargeBook book;
  private final CaseJournal cases;
  private final IdSource ids;

  CourtCosts(Charging charging, Ledger ledger, ChargeBook book, CaseJournal cases, IdSource ids) {
    this.charging = charging;
    this.ledger = ledger;
    this.book = book;
    this.cases = cases;
    this.ids = ids;
  }

  /**
   * Posts the fee for the claim as it stands on the day of {@code by}.
   *
   * @param court its place as an ISO 3166 code, as in {@code DE} or {@code GB-EAW}
   * @param evidence that it was paid: the number of the claim, the receipt
   * @throws CannotRecord where nothing is overdue, the fee was posted before, or what that court asks was not read
   */
  public Charge post(DSLContext tx, CaseId id, String court, String evidence, Recorded by) {
    if (evidence.isBlank()) {
      throw new CannotRecord("Say what shows that the court was paid, as the number of the claim: the charge keeps it.");
    }
    var head = cases.head(tx, id);
    cases.locked(tx, List.of(id));
    var overdue = overdue(tx, head, by.on());
    var fee = fee(court, head, by.on());
    var posted = book.of(tx, List.of(head.debtor()), by.on()).stream().filter(ChargeLine::stands).toList();
    if (posted.stream().anyMatch(line -> line.charge().kind() == Charge.Kind.COURT_FEE && line.open().isPositive())) {
      throw new CannotRecord("A court fee is posted and open already; cancel it first where it was wrong.");
    }
    var principal = overdue.stream().map(InvoiceLine::open).reduce(Money.zero(head.currency()), Money::plus);
    var claim = fee.counted(principal, interest(tx, head, posted, by.on()));
    var charge = charge(fee, claim, overdue.getFirst(), evidence.strip(), by);
    book.post(tx, List.of(charge));
    cases.write(tx, List.of(head), "charges-posted", "Charged a court fee: " + charge.computed(), facts(charge), by);
    return charge;
  }

  private List<InvoiceLine> overdue(DSLContext tx, CaseHead head, LocalDate day) {
    var lines =
        ledger.lines(tx, head.debtor(), head.currency(), day).stream()
            .filter(line -> line.open().isPositive() && line.dueOn().isBefore(day))
            .toList();
    if (lines.isEmpty()) {
      throw new CannotRecord("Nothing of the case is overdue, so that no claim was begun for it.");
    }
    return lines;
  }

  private CourtFee fee(String court, CaseHead head, LocalDate day) {
    return fees.of(court, day)
        .filter(one -> one.least().currency().equals(head.currency()))
        .orElseThrow(() ->
            new CannotRecord(
                "What the court of " + court + " asks in " + head.currency() + " on " + day
                    + " was not read; known are GB-EAW (England and Wales) in GBP and DE (Germany, Mahnbescheid) in EUR."));
  }

  private Money interest(DSLContext tx, CaseHead head, List<ChargeLine> posted, LocalDate day) {
    var zero = Money.zero(head.currency());
    var open =
        posted.stream()
            .filter(line -> line.charge().kind() == Charge.Kind.INTEREST && line.open().currency().equals(head.currency()))
            .map(ChargeLine::open)
            .reduce(zero, Money::plus);
    return charging.due(tx, head.id(), day).stream()
        .flatMap(one -> one.items().stream())
        .filter(item -> item.kind() == Charge.Kind.INTEREST)
        .map(Chargeable.Item::rest)
        .reduce(open, Money::plus);
  }

  private Charge charge(CourtFee fee, Money claim, InvoiceLine oldest, String evidence, Recorded by) {
    if (!fee.reaches(claim)) {
      throw new CannotRecord("The scale of " + fee.basis().named() + " was not read as far as a claim of " + claim + ".");
    }
    var amount = fee.on(claim);
    var computed = amount + " for beginning a claim of " + claim + " on " + by.on() + "; " + evidence;
    return new Charge(
        new ChargeId(ids.next()), oldest.id(), Charge.Kind.COURT_FEE, amount, by.on(), by.on(), basis(fee.basis()), computed, "[]",
        by.on(), by.actor());
  }

  private static Charge.Basis basis(Basis basis) {
    return new Charge.Basis(basis.id(), basis.statute(), basis.section(), basis.source(), Optional.empty(), false);
  }

  private static Map<String, String> facts(Charge charge) {
    return Map.of(
        "charge", charge.id().toString(), "kind", charge.kind().word(), "amount", charge.amount().plain(), "currency",
        charge.amount().currency().getCurrencyCode(), "rule", charge.basis().rule());
  }
}
