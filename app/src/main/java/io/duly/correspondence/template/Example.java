package io.duly.correspondence.template;

import io.duly.kernel.Money;
import io.duly.strategy.DebtorKind;
import io.duly.wording.Claim;
import io.duly.wording.Language;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An occasion that nobody has, to look at a template with and to check it. */
public final class Example {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Currency EUR = Currency.getInstance("EUR");

  private Example() {}

  /** Three invoices, one paid in part, and everything that a message of the kind can speak of. */
  public static Occasion of(Kind kind, Language language) {
    return new Occasion(
        kind, DAY, false, sender(), recipient(language), 1042, List.of(new Owed(EUR, invoices(kind), charges(kind), payments())),
        Set.of(Claim.FINAL_DEMAND, Claim.FURTHER_STEPS, Claim.AGENCY, Claim.COURT, Claim.INTEREST, Claim.FEES),
        Optional.of(new Occasion.Due(eur(50000), DAY.plusDays(4))), Optional.of(new Occasion.Due(eur(100000), DAY.minusDays(6))),
        List.of(new Occasion.Due(eur(50000), DAY.plusDays(4)), new Occasion.Due(eur(179000), DAY.plusDays(34))),
        new Documents(List.of("R-2026-0412.pdf", "R-2026-0398.pdf"), List.of()), Optional.of(DAY.plusDays(3)));
  }

  private static Sender sender() {
    return new Sender(
        "Brightwell Supplies", Optional.of("GB"), List.of("18 Mill Lane", "Leeds LS1 4AB", "United Kingdom"), Optional.of("accounts@brightwell.example"),
        Optional.of("+44 113 496 0000"), Optional.of("brightwell.example"),
        Optional.of(new Sender.Person("Ada Lindqvist", Optional.empty(), "+44 113 496 0001", Optional.of("ada@brightwell.example"))),
        List.of(new PayTo(EUR, "Brightwell Supplies", "DE02120300000000202051", Optional.of("BYLADEM1001"), Optional.empty(), Optional.empty())),
        List.of());
  }

  private static Recipient recipient(Language language) {
    var country = language == Language.EN ? "GB" : language.name();
    return new Recipient(
        "Harbour Hotel", "D-204", DebtorKind.COMPANY, Optional.of("Maria Perez"), List.of("3 Quay Street", "12345 Newport"),
        Optional.of(country), false);
  }

  private static List<Owed.Invoice> invoices(Kind kind) {
    var due = kind == Kind.COURTESY_NOTE ? DAY.plusDays(4) : DAY.minusDays(40);
    return List.of(
        invoice("R-2026-0398", due, 190000, 100000, 0),
        invoice("R-2026-0405", due.plusDays(6), 80000, 0, 0),
        invoice("R-2026-0412", due.plusDays(9), 64000, 0, 10000));
  }

  private static Owed.Invoice invoice(String number, LocalDate due, long gross, long settled, long disputed) {
    return new Owed.Invoice(
        number, due.minusDays(30), due, eur(gross), eur(settled), eur(gross - settled), eur(disputed), Optional.empty());
  }

  private static List<Owed.Charge> charges(Kind kind) {
    return kind == Kind.COURTESY_NOTE ? List.of() : List.of(new Owed.Charge("compensation", "R-2026-0398", "BGB § 288 (5)", eur(4000)));
  }

  private static List<Owed.Payment> payments() {
    return List.of(new Owed.Payment(DAY.minusDays(6), false, eur(100000)));
  }

  private static Money eur(long cents) {
    return new Money(cents, EUR);
  }
}
