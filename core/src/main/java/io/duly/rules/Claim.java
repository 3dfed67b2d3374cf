package io.duly.rules;

import io.duly.kernel.CurrencyMismatch;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that must be known of a debt to say what may be charged on it.
 *
 * @param jurisdiction whose law governs it: an ISO 3166 code, as in {@code DE} or {@code GB-SCT}
 * @param dealing in what quality the debtor bought
 * @param contractedOn the day of the contract; where it is not known, the day on which the work
 *     began
 * @param due when it was to be paid
 * @param amount of the invoice with tax, above zero
 * @param changes payments and credits, in any order
 * @param leftOut what is not charged for a time, in any order
 * @param terms those that were accepted
 * @param recovery what was done to recover it
 */
public record Claim(
    String jurisdiction,
    Dealing dealing,
    LocalDate contractedOn,
    Due due,
    Money amount,
    List<Change> changes,
    List<LeftOut> leftOut,
    Optional<Terms> terms,
    Recovery recovery) {

  public Claim {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(
          "Nothing can be charged on " + amount + "; a debt is above zero");
    }
    changes = List.copyOf(changes);
    leftOut = List.copyOf(leftOut);
    changes.forEach(change -> sameCurrency(amount, change.principal()));
    leftOut.forEach(part -> part.amount().ifPresent(left -> sameCurrency(amount, left)));
  }

  private static void sameCurrency(Money amount, Money other) {
    if (!amount.currency().equals(other.currency())) {
      throw new CurrencyMismatch(amount.currency(), other.currency());
    }
  }

  /** A debt of which nothing was paid yet and that no terms govern. */
  public static Claim unpaid(
      String jurisdiction, Dealing dealing, LocalDate contractedOn, Due due, Money amount) {
    return new Claim(
        jurisdiction,
        dealing,
        contractedOn,
        due,
        amount,
        List.of(),
        List.of(),
        Optional.empty(),
        Recovery.NONE);
  }

  public Claim with(Change change) {
    var all = new ArrayList<>(changes);
    all.add(change);
    return new Claim(
        jurisdiction, dealing, contractedOn, due, amount, all, leftOut, terms, recovery);
  }

  public Claim with(LeftOut part) {
    var all = new ArrayList<>(leftOut);
    all.add(part);
    return new Claim(
        jurisdiction, dealing, contractedOn, due, amount, changes, all, terms, recovery);
  }

  public Claim with(Terms accepted) {
    return new Claim(
        jurisdiction,
        dealing,
        contractedOn,
        due,
        amount,
        changes,
        leftOut,
        Optional.of(accepted),
        recovery);
  }

  public Claim with(Recovery done) {
    return new Claim(
        jurisdiction, dealing, contractedOn, due, amount, changes, leftOut, terms, done);
  }

  /**
   * The principal that may be charged on a day: what is open on it, the day's payment still
   * counted, less what is left out.
   */
  public Money chargeable(LocalDate day) {
    long open = amount.minor();
    for (Change change : changes) {
      open =
          change.on().isBefore(day) ? Math.subtractExact(open, change.principal().minor()) : open;
    }
    long left = leftOutOn(day);
    return new Money(
        rests(day) ? 0 : Math.max(0, Math.subtractExact(open, left)), amount.currency());
  }

  private long leftOutOn(LocalDate day) {
    return leftOut.stream()
        .filter(part -> part.holdsOn(day))
        .flatMap(part -> part.amount().stream())
        .mapToLong(Money::minor)
        .reduce(0, Math::addExact);
  }

  /** Whether nothing at all is charged on that day. */
  boolean rests(LocalDate day) {
    return leftOut.stream().anyMatch(part -> part.amount().isEmpty() && part.holdsOn(day));
  }

  /** Interest that payments before that day went to, in minor units. */
  long interestPaidBefore(LocalDate day) {
    return changes.stream()
        .filter(change -> change.on().isBefore(day))
        .mapToLong(change -> change.interest().minor())
        .reduce(0, Math::addExact);
  }
}
