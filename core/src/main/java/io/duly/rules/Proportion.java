package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides an amount by weights without losing a cent: the largest remainders get the cents that are
 * over.
 */
final class Proportion {
  private Proportion() {}

  /** Shares of an amount; where there is more than all weights together, each gets its weight. */
  static List<Money> share(Money amount, List<Money> weights) {
    long whole = weights.stream().mapToLong(Money::minor).reduce(0, Math::addExact);
    if (amount.minor() >= whole) {
      return weights;
    }
    var shares = new ArrayList<Money>();
    weights.forEach(weight ->
        shares.add(
            new Money(
                product(amount, weight).divide(BigInteger.valueOf(whole)).longValueExact(),
                amount.currency())));
    long over = amount.minor() - shares.stream().mapToLong(Money::minor).sum();
    IntStream.range(0, weights.size())
        .boxed()
        .sorted(
            Comparator.comparing(
                    (Integer at) -> product(amount, weights.get(at)).mod(BigInteger.valueOf(whole)))
                .reversed())
        .limit(over)
        .forEach(at -> shares.set(at, shares.get(at).plus(new Money(1, amount.currency()))));
    return shares;
  }

  private static BigInteger product(Money amount, Money weight) {
    return BigInteger.valueOf(amount.minor()).multiply(BigInteger.valueOf(weight.minor()));
  }
}
