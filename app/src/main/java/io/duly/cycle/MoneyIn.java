package io.duly.cycle;

import io.duly.banking.cash.CashMatching;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Has money that nobody has looked at matched before a day is decided: what is paid is not chased (P08). */
@Component
final class MoneyIn {
  private final Consumer<LocalDate> matching;

  @Autowired
  MoneyIn(CashMatching cash) {
    this(cash::match);
  }

  private MoneyIn(Consumer<LocalDate> matching) {
    this.matching = matching;
  }

  /** For a database into which no bank statement comes. */
  static MoneyIn none() {
    return new MoneyIn(_ -> {});
  }

  void match(LocalDate day) {
    matching.accept(day);
  }
}
