package io.duly.moratorium;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Why a debtor may not be one whom the law has in mind: something to ask the adviser, never a reason to go on. */
public enum Caveat {
  /** The debtor is not where the law is in force. */
  ELSEWHERE,
  /** It is for people and those who trade alone, not for companies. */
  COMPANY,
  /** Those who trade alone are meant only where they are not registered for VAT, which a debtor's record does not say. */
  TRADES_ALONE,
  /** There was another not long ago. */
  AGAIN_TOO_SOON;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What is known of who asks for it.
   *
   * @param tradesAlone a person in business
   * @param before the day on which another of the kind began
   */
  public record Seeker(Optional<String> country, Optional<String> region, boolean isCompany, boolean tradesAlone, Optional<LocalDate> before) {}
}
