package io.duly.correspondence.sending;

import java.sql.SQLException;
import java.time.Clock;
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

  private static final String SERVERS =
      """
      select distinct s.server from correspondence.sender s where exists (
        select from correspondence.message m where m.creditor_id = s.creditor_id and m.state = 'checked' and m.channel = 'email'
           and m.approval <> 'needed' and m.planned_on <= ? and (m.not_before is null or m.not_before <= ?::timestamptz)) order by 1
      """;
  private static final String DUE =
      """
      select m.id, m.debtor_id, m.planned_on from correspondence.message m join correspondence.sender s on s.creditor_id = m.creditor_id
       where s.server = ? and m.state = 'checked' and m.channel = 'email' and m.approval <> 'needed' and m.planned_on <= ?
         and (m.not_before is null or m.not_before <= ?::timestamptz) and (m.planned_on, m.id) > (?::date, ?)
         and not exists (select from correspondence.pause p where p.lifted_at is null and (p.creditor_id is null
           or p.creditor_id = m.creditor_id and (p.debtor_id is null or p.debtor_id = m.debtor_id)))
       order by m.planned_on, m.id limit %d
      """
          .formatted(TOGETHER);
  private static final String NO_SENDER =
      """
      select count(*)::int from correspondence.message m where m.state = 'checked' and m.channel = 'email' and m.planned_on <= ?
         and not exists (select from correspondence.sender s where s.creditor_id = m.creditor_id)
      """;

  private final ReentrantLock atWork = new ReentrantLock();
  private volatile boolean stopping;
  private final Committed transactions;
  private final Claiming claiming;
  private final Concluding concluding;
  private final Orphans orphans;
  private final Pace pace;
  private final MailServers servers;
  private final Clock clock;

  Dispatcher(
      Committed transactions, Claiming claiming, Concluding concluding, Orphans orphans, Pace pace, MailServers servers, Clock clock) {
    this.transactions = transactions;
    this.claiming = claiming;
    this.concluding = concluding;
    this.orphans = orphans;
    this.pace = pace;
    this.servers = servers;
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
    atWork.lock();
    try {
      return rounded(enough);
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

  private SendReport rounded(AtomicBoolean enough) throws SQLException {
    var tally = new RoundTally();
    try (var lease = Lease.take(transactions.session())) {
      tally.count("uncertain", transactions.run(tx -> orphans.adopt(tx, lease.node(), Moment.of(clock))));
      var due = transactions.run(tx -> names(tx, Moment.of(clock)));
      tally.count("waiting", transactions.run(tx -> tx.fetchSingle(NO_SENDER, Moment.of(clock).day()).get(0, Integer.class)));
      for (var name : due) {
        serve(name, lease.node(), tally, enough);
      }
    }
    return tally.report();
  }

  private static List<String> names(DSLContext tx, Moment at) {
    return tx.fetch(SERVERS, at.day(), at.now().toString()).getValues(0, String.class);
  }

  private void serve(String name, int node, RoundTally tally, AtomicBoolean enough) throws SQLException {
    try {
      var server = servers.named(name);
      if (server.isEmpty()) {
        tally.trouble("No mail server '" + name + "' is configured; its messages wait.");
        return;
      }
      serve(server.get(), node, tally, enough);
    } catch (WrongConfiguration wrong) {
      tally.trouble(SmtpWire.line(wrong.getMessage()));
    }
  }

  /** The line is opened first: while a server cannot be reached, no message is touched. */
  private void serve(MailServer server, int node, RoundTally tally, AtomicBoolean enough) throws SQLException {
    try (var line = new Line(server)) {
      line.ready();
      transactions.run(tx -> { pace.fine(tx, server.name()); return 0; });
      var last = new Candidate(new UUID(0, 0), new UUID(0, 0), java.time.LocalDate.EPOCH);
      var batch = due(server, last);
      while (!batch.isEmpty()) {
        for (var candidate : batch) {
          if (stopping || enough.get() || !send(server, line, candidate, node, tally)) {
            return;
          }
        }
        batch = due(server, batch.getLast());
      }
    } catch (SmtpWire.Unreachable unreachable) {
      trouble(server, SmtpWire.line(unreachable.getMessage()), tally);
    }
  }

  private List<Candidate> due(MailServer server, Candidate after) throws SQLException {
    var at = Moment.of(clock);
    return transactions.run(
        tx ->
            tx.fetch(DUE, server.name(), at.day(), at.now().toString(), after.plannedOn(), after.message())
                .map(row -> new Candidate(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, java.time.LocalDate.class))));
  }

  /** False where the server is to be left alone for now. */
  private boolean send(MailServer server, Line line, Candidate candidate, int node, RoundTally tally) throws SQLException, SmtpWire.Unreachable {
    var wire = line.ready();
    var taken = transactions.run(tx -> claiming.take(tx, candidate, new Way.Mail(server), node, Moment.of(clock)));
    return switch (taken) {
      case Taken.Ready ready -> handOver(server, wire, ready.outgoing(), tally);
      case Taken.Kept _ -> counted(tally, "kept");
      case Taken.Withdrawn _ -> counted(tally, "withdrawn");
      case Taken.Held _ -> counted(tally, "held");
      case Taken.Busy _ -> true;
      case Taken.TooFast _ -> false;
    };
  }

  private boolean handOver(MailServer server, SmtpWire wire, Outgoing outgoing, RoundTally tally) throws SQLException {
    var outcome = wire.send(outgoing);
    LOG.info("Message {} attempt {}: {}", outgoing.message().id(), outgoing.nth(), outcome.getClass().getSimpleName());
    Optional<String> state = transactions.run(tx -> concluding.conclude(tx, outgoing, outcome, Moment.of(clock)));
    state.ifPresent(one -> tally.count(one, 1));
    if (outcome instanceof Outcome.NotYet(var answer, var ofServer) && ofServer) {
      trouble(server, answer, tally);
      return false;
    }
    return true;
  }

  private static boolean counted(RoundTally tally, String what) {
    tally.count(what, 1);
    return true;
  }

  private void trouble(MailServer server, String what, RoundTally tally) throws SQLException {
    tally.trouble("Mail server '" + server.name() + "': " + what + "; its messages wait.");
    transactions.run(tx -> { pace.trouble(tx, server.name(), what, Moment.of(clock).now()); return 0; });
  }
}
