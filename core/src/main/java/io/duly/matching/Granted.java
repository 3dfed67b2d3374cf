package io.duly.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A discount that was granted and taken off a payment.
 *
 * @param amounts for each invoice in their order what was taken off, zero where nothing
 * @param until the first last day among them
 * @param late days after that day, or zero
 */
record Granted(List<Long> amounts, LocalDate until, long late) {

  /** What each invoice grants in its order: the first to end first. Nothing where it was paid in part. */
  record Offers(List<List<Discount>> ofEach, int graceDays) {
    static final Offers NONE = new Offers(List.of(), 0);

    /** The discounts that explain what is lacking to the unit, those in time before those too late. */
    Optional<Granted> taken(LocalDate paid, long lacking) {
      if (ofEach.stream().allMatch(List::isEmpty)) {
        return Optional.empty();
      }
      return best(paid, lacking).or(() -> best(paid.minusDays(graceDays), lacking)).map(found -> found.paidOn(paid)).or(() -> late(paid, lacking));
    }

    private Optional<Granted> best(LocalDate until, long lacking) {
      return of(ofEach.stream().map(offers -> offers.stream().filter(one -> !one.until().isBefore(until)).findFirst()).toList(), lacking);
    }

    private Optional<Granted> late(LocalDate paid, long lacking) {
      int tiers = ofEach.stream().mapToInt(List::size).max().orElse(0);
      for (int tier = tiers - 1; tier >= 0; tier--) {
        int at = tier;
        var found = of(ofEach.stream().map(offers -> offers.isEmpty() ? Optional.<Discount>empty() : Optional.of(offers.get(Math.min(at, offers.size() - 1)))).toList(), lacking);
        if (found.isPresent()) {
          return found.map(one -> one.paidOn(paid));
        }
      }
      return Optional.empty();
    }

    /** A unit for each may be lost in rounding; it goes with the last. */
    private static Optional<Granted> of(List<Optional<Discount>> chosen, long lacking) {
      var amounts = chosen.stream().mapToLong(one -> one.map(offer -> offer.amount().minor()).orElse(0L)).toArray();
      long sum = LongStream.of(amounts).sum();
      long several = LongStream.of(amounts).filter(amount -> amount > 0).count();
      if (sum == 0 || Math.abs(sum - lacking) > several) {
        return Optional.empty();
      }
      int last = amounts.length - 1;
      while (amounts[last] == 0) {
        last--;
      }
      amounts[last] += lacking - sum;
      var until = chosen.stream().flatMap(Optional::stream).map(Discount::until).min(LocalDate::compareTo).orElseThrow();
      return amounts[last] < 0 ? Optional.empty() : Optional.of(new Granted(LongStream.of(amounts).boxed().toList(), until, 0));
    }
  }

  private Granted paidOn(LocalDate day) {
    return new Granted(amounts, until, Math.max(0, day.toEpochDay() - until.toEpochDay()));
  }
}
