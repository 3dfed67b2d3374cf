package io.duly.correspondence.template;

import io.duly.kernel.Money;
import io.duly.wording.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a law wants a demand of some stage to say to some debtors. Checked when it is written: without it the message does not leave. */
interface StatutoryLetter {
  boolean isFor(Occasion occasion);

  /**
   * What it says.
   *
   * @throws CannotRender naming the statute, where a particular that it wants is not known
   */
  List<Piece> pieces(Occasion occasion, Forms forms);

  /** The earliest day by which money may be asked for; empty where the law leaves that open. */
  default Optional<LocalDate> payBy(Occasion occasion) {
    return Optional.empty();
  }

  /** What may be announced because the law has it so. */
  default Set<Claim> claims() {
    return Set.of();
  }

  /** Amounts that it names. */
  default Set<Money> amounts(Occasion occasion) {
    return Set.of();
  }

  /** Days that it names. */
  default Set<LocalDate> dates(Occasion occasion) {
    return Set.of();
  }

  /** Words of the law itself, which nobody chose. */
  default Set<String> quoted() {
    return Set.of();
  }

  static boolean isPersonIn(String country, Occasion occasion) {
    return isIn(country, occasion) && occasion.recipient().isNaturalPerson();
  }

  static boolean isIn(String country, Occasion occasion) {
    return occasion.recipient().country().filter(country::equals).isPresent();
  }
}
