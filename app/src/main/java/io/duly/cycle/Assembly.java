package io.duly.cycle;

import io.duly.cases.CreditorHolds;
import io.duly.cases.OverdueAnswers;
import io.duly.charging.LettingGo;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.Contacts;
import io.duly.correspondence.Outbox;
import io.duly.correspondence.ThankYous;
import io.duly.intake.Arrivals;
import io.duly.journal.Journal;
import io.duly.kernel.IdSource;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * The cycle put together over a database that is not the application's: a benchmark's, or that of a process which has
 * nothing else to do.
 */
record Assembly(DailyCycle cycle, Replay replay) {

  static Assembly over(
      DataSource database, Arrivals arrivals, Path home, Clock clock, int workers, int debtorsPerChunk) {
    var ids = IdSource.of(clock);
    var journal = new Journal();
    var outbox = new Outbox(new Contacts(), journal, ids);
    var transactions = new Transactions(database);
    var conclusions = new Conclusions(outbox, new ThankYous(journal, ids), journal, LettingGo.over(ids), ids);
    var policies = new PolicyShelf(home);
    var crew = new Crew(transactions, new Days(arrivals), policies, conclusions, new StaleBankData(new CreditorHolds(ids), new ContactPermission()), OverdueAnswers.over(journal, ids), MoneyIn.none(), new ContactPermission(), clock, workers, debtorsPerChunk);
    return new Assembly(new DailyCycle(crew, _ -> {}), new Replay(crew, transactions, outbox, clock));
  }
}
