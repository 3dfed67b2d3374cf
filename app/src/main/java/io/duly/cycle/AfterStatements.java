package io.duly.cycle;

import io.duly.banking.StatementsTaken;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Decides again about whoever a statement concerns, as soon as its money was matched: a case that is paid closes at once. */
@Component
class AfterStatements {
  private static final int AFTER_MATCHING = 100;

  private final DailyCycle cycle;

  AfterStatements(DailyCycle cycle) {
    this.cycle = cycle;
  }

  @EventListener
  @Order(AFTER_MATCHING)
  void decide(StatementsTaken taken) {
    cycle.again(taken.today());
  }
}
