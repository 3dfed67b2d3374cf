package io.duly.bankyear;

import io.duly.kernel.Money;
import io.duly.matching.Payment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Money that comes in and is no debtor's: the tax office, the bank, cards, the business's own other accounts. */
final class Unrelated {
  private static final List<Long> COMMON = List.of(4_900L, 9_900L, 14_900L, 19_900L, 5_950L, 10_000L, 50_000L);

  private final Dice dice;
  private final String ownAccount;

  Unrelated(Dice dice, String ownAccount) {
    this.dice = dice;
    this.ownAccount = ownAccount;
  }

  Truth on(LocalDate day) {
    var drawn = switch (dice.below(9)) {
      case 0 -> from("Finanzamt Hamburg-Nord", "STEUERNR 22/" + dice.digits(3) + "/" + dice.digits(5) + " UST 2025 Q" + dice.between(1, 4) + " ERSTATTUNG");
      case 1 -> from("", "Habenzinsen " + dice.digits(2) + "/2025");
      case 2 -> from("Eigenes Konto", "Umbuchung");
      case 3 -> from("First Data GmbH", "KARTENUMSATZ TID " + dice.digits(8) + " " + dice.between(1, 28) + "." + dice.between(1, 12) + ".2025");
      case 4 -> from("Mustermann, Max", "RUECKUEBERWEISUNG GEHALT KONTO ERLOSCHEN");
      case 5 -> from("Allianz Versicherungs-AG", "SCHADEN " + dice.digits(9) + " VERTRAG " + dice.digits(10));
      case 6 -> from("PayPal Europe S.a.r.l.", "ABBUCHUNG VOM PAYPAL-KONTO " + dice.digits(12));
      case 7 -> from("Stadtwerke Hannover AG", "Guthaben Abrechnung 2024 Vertragskonto " + dice.digits(10) + " RE " + dice.digits(7));
      default -> from("Amazon Payments", "ORDER " + dice.digits(3) + "-" + dice.digits(7) + "-" + dice.digits(7));
    };
    boolean own = drawn.name().startsWith("Eigenes");
    long amount = dice.oneIn(1, 5) ? dice.of(COMMON) : 100 + dice.below(900_000);
    var payment = new Payment(dice.id(), day, Money.ofMinor(amount, "EUR"), List.of(), List.of(), drawn.text(), Optional.empty(),
        Optional.of(drawn.name()).filter(name -> !name.isEmpty()), Optional.empty(), Optional.of(own ? ownAccount : "DE" + dice.digits(20)), Optional.empty());
    return new Truth(payment, Trait.UNRELATED, java.util.Set.of());
  }

  private record Drawn(String name, String text) {}

  private static Drawn from(String name, String text) {
    return new Drawn(name, text);
  }
}
