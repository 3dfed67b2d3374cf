package io.duly.banking.cash;

import io.duly.cases.MoneyTasks;
import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.PostingId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;

/** Money that came, and what it pays. Each method is one transaction; {@link #match} is one for each creditor. */
@Component
public final class CashMatching {
  private static final int TRIES = 5;
  private static final String ALLOCATED = "the money is allocated";
  private static final String SENT_BACK = "the money is allocated or went back";
  private static final Set<String> IN_THE_WAY = Set.of("40P01", "40001", "23505");

  private final DSLContext database;
  private final Matchmaking matchmaking;
  private final ByHand byHand;
  private final Undoing undoing;
  private final MoneyTasks tasks;
  private final Clock clock;

  CashMatching(DSLContext database, Matchmaking matchmaking, ByHand byHand, Undoing undoing, MoneyTasks tasks, Clock clock) {
    this.database = database;
    this.matchmaking = matchmaking;
    this.byHand = byHand;
    this.undoing = undoing;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Looks at everything that nobody has looked at. Where there is nothing it costs one small query. */
  public MatchReport match(LocalDate day) {
    var report = MatchReport.NONE;
    for (var creditor : database.fetch("select distinct creditor_id from banking.unseen order by 1").map(row -> new CreditorId(row.get("creditor_id", UUID.class)))) {
      report = report.plus(match(creditor, day));
    }
    return report;
  }

  /** Looks at everything of one creditor that nobody has looked at. */
  public MatchReport match(CreditorId creditor, LocalDate day) {
    for (int tried = 1; ; tried++) {
      try {
        var by = Recorded.by(Recorded.DULY, day, clock.instant());
        return database.transactionResult(tx -> {
          var report = matchmaking.match(tx.dsl(), creditor, day, by);
          tasks.end(tx.dsl(), report.returned() > 0 ? SENT_BACK : ALLOCATED, by);
          return report;
        });
      } catch (DataAccessException | org.springframework.dao.DataAccessException refused) {
        if (tried == TRIES || !inTheWay(refused)) {
          throw refused;
        }
      }
    }
  }

  /** Another transaction began the same journal or waited for the same rows; the same again succeeds. */
  private static boolean inTheWay(RuntimeException refused) {
    return refused.getCause() instanceof SQLException cause && IN_THE_WAY.contains(Objects.requireNonNullElse(cause.getSQLState(), ""));
  }

  /**
   * Allocates as proposed; other proposals for the same money are superseded.
   *
   * @throws CannotMatch where there is no such proposal or it is no longer open
   */
  public void accept(UUID proposal, Recorded by) {
    database.transaction(tx -> {
      boolean returned = byHand.accept(tx.dsl(), proposal, by);
      tasks.end(tx.dsl(), returned ? SENT_BACK : ALLOCATED, by);
    });
  }

  /** The money waits on, and whoever's it could be is not contacted. */
  public void decline(UUID proposal, Recorded by) {
    database.transaction(tx -> byHand.decline(tx.dsl(), proposal, by));
  }

  /**
   * Allocates the money of an entry as a person says.
   *
   * @throws CannotMatch where an invoice is not known or less is open or left
   */
  public void allocate(UUID entry, List<Allotment> allotments, Recorded by) {
    database.transaction(tx -> {
      byHand.allocate(tx.dsl(), entry, allotments, by);
      tasks.end(tx.dsl(), ALLOCATED, by);
    });
  }

  /** It is no debtor's money: whoever it could have been is contacted again. */
  public void setAside(UUID entry, String why, Recorded by) {
    database.transaction(tx -> {
      byHand.setAside(tx.dsl(), entry, why, by);
      tasks.end(tx.dsl(), "the money is no debtor's: " + why, by);
    });
  }

  /** The money is free again and waits; the debtor is not contacted until it is settled. */
  public void reverse(PostingId allocation, String why, Recorded by) {
    database.transaction(tx -> undoing.reverse(tx.dsl(), allocation, why, by));
  }

  /**
   * Takes back every allocation of an entry's money.
   *
   * @return how many
   */
  public int reverseAll(UUID entry, String why, Recorded by) {
    return database.transactionResult(tx -> undoing.reverseAll(tx.dsl(), entry, why, by));
  }

  /** @throws CannotMatch where the entry brought no money */
  public Currency currency(DSLContext tx, UUID entry) {
    return EntryMoney.of(tx, entry).left().currency();
  }

  /** From now on money from this account is taken to be the debtor's. */
  public void link(CreditorId creditor, String account, DebtorId debtor, Recorded by) {
    database.transaction(tx -> byHand.link(tx.dsl(), creditor, account, debtor, by));
  }

  /** What waits for a person, the latest first, at most so many. */
  public List<Waiting> waiting(DSLContext tx, int most) {
    return waiting(tx, Optional.empty(), most);
  }

  /** The same from a place on. */
  public List<Waiting> waiting(DSLContext tx, Optional<Waiting.Place> after, int most) {
    return WaitingRead.read(tx, after, most);
  }
}
