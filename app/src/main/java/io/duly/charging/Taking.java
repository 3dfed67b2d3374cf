package io.duly.charging;

import io.duly.kernel.Money;
import io.duly.ledger.ChargeLine;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Which posted charges are to be taken back because the rules give less than is posted. Only what nothing was paid or
 * waived on can be taken back; the rest is for a person.
 */
record Taking(List<ChargeLine> wrong, Optional<String> stuck) {
  static final Taking NOTHING = new Taking(List.of(), Optional.empty());

  static Money sum(List<ChargeLine> lines, Currency currency) {
    return lines.stream().map(line -> line.charge().amount()).reduce(Money.zero(currency), Money::plus);
  }

  /** Takes back the latest ones until no more is posted than the rules give. */
  static Taking downTo(Money whole, List<ChargeLine> live) {
    var left = sum(live, whole.currency());
    var wrong = new ArrayList<ChargeLine>();
    for (var line : live.reversed()) {
      if (left.compareTo(whole) <= 0) {
        break;
      }
      if (!isUntouched(line)) {
        return new Taking(wrong, Optional.of(stuck(left.minus(whole))));
      }
      wrong.add(line);
      left = left.minus(line.charge().amount());
    }
    return new Taking(wrong, Optional.empty());
  }

  /** Takes back all of them, or none. */
  static Taking all(List<ChargeLine> live) {
    return live.stream().allMatch(Taking::isUntouched)
        ? new Taking(live, Optional.empty())
        : new Taking(List.of(), Optional.of("The amount has changed since it was posted, and something of it is paid or waived"));
  }

  /** What is still to be posted once these are taken back. */
  Money rest(Money whole, Money before) {
    var rest = whole.minus(before).plus(sum(wrong, whole.currency()));
    return rest.isPositive() ? rest : Money.zero(whole.currency());
  }

  private static boolean isUntouched(ChargeLine line) {
    return line.paid().isZero() && line.waived().isZero();
  }

  private static String stuck(Money much) {
    return much + " more is posted than the rules give now, and paid or waived; reverse that, or return the money";
  }
}
