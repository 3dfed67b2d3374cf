package io.duly.banking.cash;

import io.duly.banking.StatementsTaken;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Matches as soon as statements were taken in: a reminder that waits may ask for what has just come. */
@Component
class OnArrival {
  private final CashMatching cash;

  OnArrival(CashMatching cash) {
    this.cash = cash;
  }

  @EventListener
  @Order(0)
  void match(StatementsTaken taken) {
    cash.match(taken.today());
  }
}
