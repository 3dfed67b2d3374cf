package io.duly.correspondence.sending;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what waits and is due: never twice, never silently lost. Any number of processes may do so at the same time. What a
 * process that is gone had begun is uncertain and a person's.
 */
@Component
public final class Dispatcher implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int TOGETHER = 200;
  private static final long SECONDS_TO_FINISH = 30;

  /** Of those who have a sender: where nobody has one, however much waits is not looked at. */
  private static final String OUTLETS =
      """
      select distinct w.way, w.name from correspondence.sender s
        cross join lateral (values ('smtp', s.server), ('sms', s.sms_provider), ('fax', s.fax_gateway), ('print', s.print_provider)) w (way, name)
       where w.name is not null and exists (
         select from correspondence.message m join correspondence.outlet o on o.message_id = m.id
          where m.creditor_id = s.creditor_id and o.way = w.way and m.state = 'checked' and m.approval <> 'needed' and m.planned_on <= ?
            and (m.not_before is null or m.not_before <= ?::timestamptz))
       order by 1, 2
      """;
  private static final String DUE =
      """
      select m.id, m.debtor_id, m.planned_on from correspondence.message m join correspondence.outlet o on o.message_id = m.id
       where o.way = ? and o.name = ? and m.state = 'checked' and m.approval <> 'needed' and m.planned_on <= ?
         and (m.not_before is null or m.not_before <= ?::timestamptz) and (m.planned_on, m.id) > (?::date, ?)
         and not exists (select from correspondence.pause p where p.lifted_at is null and (p.creditor_id is null
           or p.creditor_id = m.creditor_id and (p.debtor_id is null or p.debtor_id = m.debtor_id)))
       order by m.planned_on, m.id limit %d
      """
          .formatted(TOGETHER);
  /** Letters without a provider wait for their batch, and are not counted. */
  private static final String NO_OUTLET =
      """
      select count(*)::int from correspondence.message m join correspondence.outlet o on o.message_id = m.id
       where o.name is null and o.way <> 'print' and m.state = 'checked' and m.planned_on <= ?
      """;

  private final ReentrantLock atWork = new ReentrantLock();
  private volatile boolean stopping;
  private final Committed transactions;
  private final Claiming claiming;
  private final Concluding concluding;
  private final Orphans orphans;
  private final Pace pace;
  private final Ways ways;
  private final Clock clock;

  Dispatcher(
      Committed transactions, Claiming claiming, Concluding concluding, Orphans orphans, Pace pace, Ways ways, Clock clock) {
    this.transactions = transactions;
    this.claiming = claiming;
    this.concluding = concluding;
    this.orphans = orphans;
    this.pace = pace;
    this.ways = ways;
    this.clock = clock;
  }

  /** Sends whatever may go now, and returns when nothing more does. */
  public SendReport round() throws SQLException {
    return round(new AtomicBoolean());
  }

  /**
   * As {@link #round()}.
   *
   * @param enough once it is true, no further message is begun
   */
  public SendReport round(AtomicBoolean enough) throws SQLException {
    var waiting = transactions.run(tx -> tx.fetchSingle(NO_OUTLET, Moment.of(clock).day()).get(0, Integer.class));
    var tally = new RoundTally();
    tally.count("waiting", waiting);
    work(enough, tally);
    return tally.report();
  }

  /** As {@link #round(AtomicBoolean)}, without counting what has no outlet, which takes the longer the more waits. */
  SendReport work(AtomicBoolean enough) throws SQLException {
    var tally = new RoundTally();
    work(enough, tally);
    return tally.report();
  }

  private void work(AtomicBoolean enough, RoundTally tally) throws SQLException {
    atWork.lock();
    try {
      rounded(enough, tally);
    } finally {
      atWork.unlock();
    }
  }

  /** Rounds are begun by whoever wants them. */
  @Override
  public void start() {}

  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public boolean isRunning() {
    return atWork.isLocked();
  }

  /** The message under way is finished before the database is closed, so that nothing is left uncertain for nothing. */
  @Override
  public void stop() {
    stopping = true;
    try {
      if (atWork.tryLock(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        atWork.unlock();
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  private void rounded(AtomicBoolean enough, RoundTally tally) throws SQLException {
    try (var lease = Lease.take(transactions.session())) {
      tally.count("uncertain", transactions.run(tx -> orphans.adopt(tx, lease.node(), Moment.of(clock))));
      var due = transactions.run(tx -> outlets(tx, Moment.of(clock)));
      for (var outlet : due) {
        serve(outlet, lease.node(), tally, enough);
      }
    }
  }

  /** A way and the name of what is configured for it. */
  private record Outlet(String way, String name) {}

  private static List<Outlet> outlets(DSLContext tx, Moment at) {
    return tx.fetch(OUTLETS, at.day(), at.now().toString()).map(row -> new Outlet(row.get(0, String.class), row.get(1, String.class)));
  }

  private void serve(Outlet outlet, int node, RoundTally tally, AtomicBoolean enough) throws SQLException {
    try {
      var way = ways.named(outlet.way(), outlet.name());
      if (way.isEmpty()) {
        tally.trouble(Ways.missing(outlet.way(), outlet.name()));
        return;
      }
      serve(outlet, way.get(), node, tally, enough);
    } catch (WrongConfiguration wrong) {
      tally.trouble(SmtpWire.line(wrong.getMessage()));
    }
  }

  /** The line is opened first: while a server cannot be reached, no message is touched. */
  private void serve(Outlet outlet, Way way, int node, RoundTally tally, AtomicBoolean enough) throws SQLException {
    try (var line = new Line(way)) {
      line.ready();
      transactions.run(tx -> { pace.fine(tx, way.pacedAs()); return 0; });
      var last = new Candidate(new UUID(0, 0), new UUID(0, 0), java.time.LocalDate.EPOCH);
      var batch = due(outlet, last);
      while (!batch.isEmpty()) {
        for (var candidate : batch) {
          if (stopping || enough.get() || !send(way, line, candidate, node, tally)) {
            return;
          }
        }
        batch = due(outlet, batch.getLast());
      }
    } catch (Unreachable unreachable) {
      trouble(way, SmtpWire.line(unreachable.getMessage()), tally);
    }
  }

  private List<Candidate> due(Outlet outlet, Candidate after) throws SQLException {
    var at = Moment.of(clock);
    return transactions.run(
        tx ->
            tx.fetch(DUE, outlet.way(), outlet.name(), at.day(), at.now().toString(), after.plannedOn(), after.message())
                .map(row -> new Candidate(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, java.time.LocalDate.class))));
  }

  /** False where the server is to be left alone for now. */
  private boolean send(Way way, Line line, Candidate candidate, int node, RoundTally tally) throws SQLException, Unreachable {
    var wire = line.ready();
    var taken = transactions.run(tx -> claiming.take(tx, candidate, way, node, Moment.of(clock)));
    return switch (taken) {
      case Taken.Ready ready -> handOver(way, wire, ready.outgoing(), tally);
      case Taken.Kept _ -> counted(tally, "kept");
      case Taken.Withdrawn _ -> counted(tally, "withdrawn");
      case Taken.Held _ -> counted(tally, "held");
      case Taken.Busy _ -> true;
      case Taken.TooFast _ -> false;
    };
  }

  private boolean handOver(Way way, Wire wire, Outgoing outgoing, RoundTally tally) throws SQLException {
    var outcome = wire.send(outgoing);
    LOG.info("Message {} attempt {}: {}", outgoing.message().id(), outgoing.nth(), outcome.getClass().getSimpleName());
    Optional<String> state = transactions.run(tx -> concluding.conclude(tx, outgoing, outcome, Moment.of(clock)));
    state.ifPresent(one -> tally.count(one, 1));
    if (outcome.ofServer()) {
      trouble(way, outcome.answer(), tally);
      transactions.run(tx -> { rest(tx, way, outcome.rest()); return 0; });
    }
    return !outcome.ofServer();
  }

  private void rest(DSLContext tx, Way way, Duration rest) {
    if (rest.isPositive()) {
      pace.rest(tx, way.pacedAs(), Moment.of(clock).now().plus(rest));
    }
  }

  private static boolean counted(RoundTally tally, String what) {
    tally.count(what, 1);
    return true;
  }

  private void trouble(Way way, String what, RoundTally tally) throws SQLException {
    tally.trouble(way.inWords() + ": " + what + "; its messages wait.");
    transactions.run(tx -> { pace.trouble(tx, way.pacedAs(), what, Moment.of(clock).now()); return 0; });
  }
}
