package io.duly.matching;

import io.duly.kernel.Money;
import io.duly.matching.Why.Code;
import java.util.List;
import java.util.Optional;

/**
 * How an amount fits what is open.
 *
 * @param strength 3 the exact sum of several, 2 exact, also less exactly the discount that was granted, 1 less by what may
 *     be a discount or charges, 0 anything else
 * @param permille of a discount that nobody granted, else 0
 * @param sort in what it departs; EXACT where in nothing
 * @param granted for each invoice the discount that was granted; empty where none was taken
 */
record Fit(Sort sort, int strength, int permille, Why why, List<Long> granted) {
  private static final int[] DISCOUNTS = {10, 15, 20, 25, 30, 40, 50};
  private static final int DISCOUNT_DAYS = 35;
  private static final long ROUNDING = 5;
  private static final long CHARGES_MAJOR = 40;

  Fit(Sort sort, int strength, int permille, Why why) {
    this(sort, strength, permille, why, List.of());
  }

  enum Sort {
    EXACT,
    DISCOUNT,
    /** It was granted, and was taken too late. */
    LATE_DISCOUNT,
    CHARGES,
    /** So small that the creditor lets it go. */
    TOLERATED_CHARGES,
    LESS,
    MORE
  }

  /** What is open of some invoices together: {@code gross} where nothing was paid, how many, and when the first was issued. */
  record Owed(long open, long gross, int count, int issued) {}

  Fit withStrength(int other) {
    return new Fit(sort, other, permille, why, granted);
  }

  /** Why what is lacking is let go with the payment. */
  Optional<LetGo.Reason> letGo() {
    return switch (sort) {
      case DISCOUNT, LATE_DISCOUNT -> granted.isEmpty() ? Optional.empty() : Optional.of(LetGo.Reason.DISCOUNT);
      case TOLERATED_CHARGES -> Optional.of(LetGo.Reason.BANK_CHARGES);
      case EXACT, CHARGES, LESS, MORE -> Optional.empty();
    };
  }

  static Fit of(Payment payment, Owed owed, Tolerance tolerance, java.util.function.Supplier<Granted.Offers> offers) {
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
    return offers.get().taken(payment.day(), lacking)
        .map(granted -> granted(payment, lacking, granted, tolerance))
        .orElseGet(() -> guessed(payment, owed, lacking, tolerance));
  }

  private static Fit granted(Payment payment, long lacking, Granted granted, Tolerance tolerance) {
    var amount = plain(payment, lacking);
    var until = granted.until().toString();
    var late = Long.toString(granted.late());
    if (granted.late() > tolerance.graceDays()) {
      return new Fit(Sort.LATE_DISCOUNT, 1, 0, Why.of(Code.DISCOUNT_LATE, amount, late, until), granted.amounts());
    }
    var why = granted.late() == 0 ? Why.of(Code.DISCOUNT_GRANTED, amount, until) : Why.of(Code.DISCOUNT_IN_GRACE, amount, late, until);
    return new Fit(Sort.DISCOUNT, 2, 0, why, granted.amounts());
  }

  private static Fit guessed(Payment payment, Owed owed, long lacking, Tolerance tolerance) {
    int permille = discount(payment, owed, lacking);
    return permille > 0
        ? new Fit(Sort.DISCOUNT, 1, permille, Why.of(Code.DISCOUNT, percent(permille), plain(payment, lacking)))
        : charges(payment, owed, lacking, tolerance);
  }

  private static Fit charges(Payment payment, Owed owed, long lacking, Tolerance tolerance) {
    boolean told = payment.charges().filter(kept -> kept.currency().equals(payment.amount().currency()) && kept.minor() == lacking).isPresent();
    boolean borne = tolerance.bears(new Money(lacking, payment.amount().currency()));
    var why = Why.of(borne ? Code.CHARGES_BORNE : Code.CHARGES, plain(payment, lacking));
    if (told) {
      return new Fit(borne ? Sort.TOLERATED_CHARGES : Sort.CHARGES, 2, 0, why);
    }
    long unit = (long) Math.pow(10, payment.amount().currency().getDefaultFractionDigits());
    boolean small = lacking <= ROUNDING || lacking <= CHARGES_MAJOR * unit && lacking * 20 <= owed.open();
    return small
        ? new Fit(borne ? Sort.TOLERATED_CHARGES : Sort.CHARGES, 1, 0, why)
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
