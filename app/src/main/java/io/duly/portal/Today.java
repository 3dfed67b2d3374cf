package io.duly.portal;

import java.time.Clock;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The business date: that of the latest daily run, as on the desk; else the calendar's. */
@Component
final class Today {
  private final Clock clock;

  Today(Clock clock) {
    this.clock = clock;
  }

  LocalDate in(DSLContext tx) {
    return tx.fetchSingle("select coalesce((select max(day) from cycle.day), ?::date)", LocalDate.now(clock)).get(0, LocalDate.class);
  }
}
