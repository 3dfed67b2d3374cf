package io.duly.cycle;

import io.duly.banking.cash.CashMatching;
import io.duly.cases.MoneyTasks;
import io.duly.cases.Recorded;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Has money that nobody has looked at matched before a day is decided: what is paid is not chased (P08). Tasks about money that was
 * allocated by whatever other way, such as a list of payments, end with it.
 */
@Component
final class MoneyIn {
  private final Consumer<LocalDate> matching;

  @Autowired
  MoneyIn(CashMatching cash, MoneyTasks tasks, DSLContext database, Clock clock) {
    this(day -> {
      cash.match(day);
      database.transaction(tx -> tasks.end(tx.dsl(), "nothing lies unallocated any more", Recorded.by(Recorded.DULY, day, clock.instant())));
    });
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
