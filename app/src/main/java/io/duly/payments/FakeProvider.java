package io.duly.payments;

import io.duly.kernel.Money;
import java.util.UUID;

/**
 * Takes no money.
 *
 * @param hook the name at our own hook, to which what happens is told
 */
record FakeProvider(String hook, FakeTill till) implements PaymentProvider {
  @Override
  public Offered offer(Wanted wanted) {
    return till.offer(hook, wanted);
  }

  @Override
  public Standing standing(String reference) {
    return till.sale(reference).flatMap(FakeTill.Sale::paid).<Standing>map(paid -> paid).orElseGet(Waits::new);
  }

  @Override
  public void refund(String payment, Money amount, UUID key) {
    till.refund(payment, amount, key);
  }
}
