package io.duly.matching;

import io.duly.kernel.Money;
import io.duly.matching.Why.Code;

/**
 * How an amount fits what is open.
 *
 * @param strength 3 the exact sum of several, 2 exact, 1 less by a discount or by charges, 0 anything else
 * @param permille of the discount, else 0
 * @param sort in what it departs; EXACT where in nothing
 */
record Fit(Sort sort, int strength, int permille, Why why) {
  private static final int[] DISCOUNTS = {10, 15, 20, 25, 30, 40, 50};
  private static final int DISCOUNT_DAYS = 35;
  private static final long ROUNDING = 5;
  private static final long CHARGES_MAJOR = 40;

  enum Sort {
    EXACT,
    DISCOUNT,
    CHARGES,
    LESS,
    MORE
  }

  /** What is open of some invoices together: {@code gross} where nothing was paid, how many, and when the first was issued. */
  record Owed(long open, long gross, int count, int issued) {}

  static Fit of(Payment payment, Owed owed) {
    long paid = payment.amount().minor();
    long lacking = owed.open() - paid;
    if (lacking == 0) {
      return owed.count() > 1
          ? new Fit(Sort.EXACT, 3, 0, Why.of(Code.EXACT_SUM, payment.amount().plain(), Integer.toString(owed.count())))
          : new Fit(Sort.EXACT, 2, 0, Why.of(Code.EXACT_AMOUNT, payment.amount().plain()));
    }
    if (lacking < 0) {
      return new Fit(Sort.MORE, -lacking <= ROUNDING ? 1 : 0, 0, Why.of(Code.MORE, plain(payment, -lacking)));
    }
    int permille = discount(payment, owed, lacking);
    if (permille > 0) {
      return new Fit(Sort.DISCOUNT, 1, permille, Why.of(Code.DISCOUNT, percent(permille), plain(payment, lacking)));
    }
    return charges(payment, owed, lacking);
  }

  private static Fit charges(Payment payment, Owed owed, long lacking) {
    boolean told = payment.charges().filter(kept -> kept.currency().equals(payment.amount().currency()) && kept.minor() == lacking).isPresent();
    if (told) {
      return new Fit(Sort.CHARGES, 2, 0, Why.of(Code.CHARGES, plain(payment, lacking)));
    }
    long unit = (long) Math.pow(10, payment.amount().currency().getDefaultFractionDigits());
    boolean small = lacking <= ROUNDING || lacking <= CHARGES_MAJOR * unit && lacking * 20 <= owed.open();
    return small
        ? new Fit(Sort.CHARGES, 1, 0, Why.of(Code.CHARGES, plain(payment, lacking)))
        : new Fit(Sort.LESS, 0, 0, Why.of(Code.LESS, plain(payment, lacking)));
  }

  private static int discount(Payment payment, Owed owed, long lacking) {
    if (owed.open() != owed.gross() || payment.day().toEpochDay() - owed.issued() > DISCOUNT_DAYS) {
      return 0;
    }
    for (int permille : DISCOUNTS) {
      if (Math.abs(lacking * 1000 - owed.gross() * permille) <= 1000L * (owed.count() + 1)) {
        return permille;
      }
    }
    return 0;
  }

  private static String plain(Payment payment, long minor) {
    return new Money(minor, payment.amount().currency()).plain();
  }

  private static String percent(int permille) {
    return permille % 10 == 0 ? Integer.toString(permille / 10) : permille / 10 + "." + permille % 10;
  }
}
