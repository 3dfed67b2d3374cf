package io.duly.desk.page;

import static io.duly.database.jooq.cycle.Tables.DAY;
import static org.jooq.impl.DSL.max;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The date that the desk works on: that of the latest daily run, for the worklist is its result; else the calendar's. */
@Component
public final class BusinessDay {
  private final DSLContext dsl;
  private final Clock clock;

  BusinessDay(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  public LocalDate today() {
    return latestRun().orElseGet(() -> LocalDate.now(clock));
  }

  private Optional<LocalDate> latestRun() {
    return dsl.select(max(DAY.DAY_)).from(DAY).fetchOptional(0, LocalDate.class);
  }
}
