package io.duly.noise;

import io.duly.kernel.Money;
import io.duly.matching.Payment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Money for other things, some of which have numbers and amounts like invoices. */
final class Strangers {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 10);

  private final Dice dice;
  private final List<Billed> bills;
  private final Callings callings;

  Strangers(Dice dice, List<Billed> bills) {
    this.dice = dice;
    this.bills = bills;
    this.callings = new Callings(dice);
  }

  Paid next(String ownAccount) {
    return switch (dice.upTo(9)) {
      case 0 -> paid(amount(), "Uebertrag eigenes Konto " + dice.digits(4), Optional.of("Wir selbst GmbH"), ownAccount);
      case 1 -> paid(amount(), "GEHALT/SALAIRE " + dice.from(1, 12) + "/2026 Rueckueberweisung PNR " + dice.digits(5), Optional.of("Lohnbuero Nord"), dice.iban());
      case 2 -> paid(dice.of(bills).invoice().gross().minor(), "Miete " + dice.from(1, 12) + "/2026 Whg " + dice.digits(2), Optional.of("Petra Sonntag"), dice.iban());
      case 3 -> paid(amount(), "Finanzamt Erstattung USt " + dice.digits(11), Optional.of("Finanzkasse"), dice.iban());
      case 4 -> paid(amount(), "Refund order " + dice.digits(6) + " your credit note " + dice.digits(5), Optional.of(callings.next()), dice.iban());
      case 5 -> paid(amount(), "Schaden-Nr. " + dice.digits(8) + " Police " + dice.digits(6), Optional.of("Allgemeine Versicherung AG"), dice.iban());
      case 6 -> paid(dice.of(bills).invoice().gross().minor(), "PAYOUT " + dice.digits(10) + " card settlement", Optional.of("Card Acquirer Ltd"), dice.iban());
      case 7 -> paid(amount(), "Gutschrift zu Ihrer Bestellung " + dice.digits(5) + " Kundennr " + dice.digits(6), Optional.of(callings.next()), dice.iban());
      case 8 -> paid(dice.of(bills).invoice().gross().minor(), "", Optional.empty(), dice.iban());
      default -> paid(dice.from(1, 500) * 100L, "Spende " + dice.from(2025, 2026) + " Nr. " + dice.digits(4), Optional.of(callings.next()), dice.iban());
    };
  }

  private long amount() {
    return dice.from(500, 900_000);
  }

  private Paid paid(long amount, String text, Optional<String> payer, String account) {
    var payment = new Payment(dice.id(), FIRST.plusDays(dice.upTo(350)), Money.ofMinor(amount, "EUR"), List.of(), List.of(), text, Optional.empty(), payer, Optional.empty(),
        Optional.of(account), Optional.empty());
    return new Paid(payment, "unrelated", Set.of());
  }
}
