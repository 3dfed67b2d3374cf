package io.duly.intake;

import io.duly.cases.Recorded;
import io.duly.intake.stage.ArrivalBooks;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What files told of days to come arrives when its day has come. */
@Component
public final class Arrivals {
  private final ArrivalBooks books;
  private final Clock clock;

  Arrivals(ArrivalBooks books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /**
   * Takes into the books what arrives by a day and has not arrived yet, each with its own date; disputes of invoices that
   * are settled by it end. Two callers at once do not take the same twice.
   *
   * @param tx the transaction in which it happens
   */
  public Arrived release(Connection tx, LocalDate day) {
    var by = Recorded.by(Recorded.DULY, day, clock.instant());
    var counts = books.release(DSL.using(tx, SQLDialect.POSTGRES), day, by);
    return new Arrived(counts.invoices(), counts.receipts(), counts.creditNotes());
  }
}
