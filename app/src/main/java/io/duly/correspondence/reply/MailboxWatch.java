package io.duly.correspondence.reply;

import io.duly.cases.Recorded;
import io.duly.correspondence.sending.Committed;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.WrongConfiguration;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox: each message is taken in with its number in one transaction, and marked in the mailbox only after that. One
 * process at a time, whichever holds the lock.
 */
@Component
public final class MailboxWatch {
  private static final String LOCK = "select pg_try_advisory_lock(hashtext('duly mailbox'), 0)";
  private static final String UNLOCK = "select pg_advisory_unlock(hashtext('duly mailbox'), 0)";
  private static final String LAST = "select coalesce(max(uid), 0) from correspondence.mailbox_message where mailbox = ? and uid_validity = ?";
  private static final String UNMARKED =
      "select uid from correspondence.mailbox_message where mailbox = ? and uid_validity = ? and marked_at is null order by uid limit 1000";
  private static final String TAKEN =
      "insert into correspondence.mailbox_message (mailbox, uid_validity, uid, reply_id, taken_at) values (?, ?, ?, ?, ?::timestamptz)";
  private static final String MARKED =
      "update correspondence.mailbox_message set marked_at = greatest(taken_at, ?::timestamptz) where mailbox = ? and uid_validity = ? and uid = any (?::bigint[])";

  private static final int MARKED_TOGETHER = 50;

  private final MailboxSettings settings;
  private final Replies replies;
  private final Committed transactions;
  private final Clock clock;
  private final Runnable beforeMark;

  @Autowired
  MailboxWatch(MailboxSettings settings, Replies replies, Committed transactions, Clock clock) {
    this(settings, replies, transactions, clock, () -> {});
  }

  /** @param beforeMark between the commit and the word to the server */
  MailboxWatch(MailboxSettings settings, Replies replies, Committed transactions, Clock clock, Runnable beforeMark) {
    this.settings = settings;
    this.replies = replies;
    this.transactions = transactions;
    this.clock = clock;
    this.beforeMark = beforeMark;
  }

  /** Whether one is configured. */
  public boolean isConfigured() {
    return settings.mailbox().isPresent();
  }

  /**
   * Takes in what is new.
   *
   * @throws WrongConfiguration where no mailbox is configured, or it cannot be used
   * @throws SQLException where the database does not answer; what was not taken in is taken in by the next look
   */
  public MailboxReport look() throws SQLException {
    var mailbox = settings.mailbox().orElseThrow(() -> new WrongConfiguration("No mailbox is configured: DULY_IMAP_HOST, DULY_IMAP_USER, DULY_IMAP_PASSWORD."));
    try (var session = transactions.session()) {
      session.setAutoCommit(true);
      return alone(session, mailbox);
    }
  }

  private MailboxReport alone(Connection session, MailboxSettings.Mailbox mailbox) throws SQLException {
    var sql = DSL.using(session, SQLDialect.POSTGRES);
    if (!sql.fetchSingle(LOCK).get(0, Boolean.class)) {
      return MailboxReport.trouble("another process is looking into it");
    }
    try (var line = ImapLine.open(mailbox)) {
      return read(line, mailbox);
    } catch (ImapLine.Unreachable unreachable) {
      return MailboxReport.trouble(String.valueOf(unreachable.getMessage()));
    } catch (MessagingException broke) {
      return MailboxReport.trouble("the talk with the mailbox broke off: " + Plain.line(String.valueOf(broke.getMessage()), 300));
    } finally {
      sql.fetch(UNLOCK);
    }
  }

  private MailboxReport read(ImapLine line, MailboxSettings.Mailbox mailbox) throws MessagingException, SQLException {
    long validity = line.validity();
    mark(line, mailbox, validity);
    long last = transactions.run(tx -> tx.fetchSingle(LAST, mailbox.name(), validity).get(0, Long.class));
    var report = new MailboxReport(0, 0, 0, 0, 0, Optional.empty());
    for (var waiting : line.after(last)) {
      var arrival = arrival(line, mailbox, validity, waiting);
      if (arrival.isEmpty()) {
        return report.but("the talk with the mailbox broke off");
      }
      var at = Moment.of(clock);
      report = report.with(replies.take(arrival.get(), at, (tx, reply) -> taken(tx, mailbox, validity, waiting.uid(), reply, at)));
      beforeMark.run();
      if (report.taken() % MARKED_TOGETHER == 0) {
        mark(line, mailbox, validity);
      }
    }
    mark(line, mailbox, validity);
    return report;
  }

  /** What the server does not give out is listed, and does not stand in the way of the others; empty where the line itself is gone. */
  private static Optional<Arrival> arrival(ImapLine line, MailboxSettings.Mailbox mailbox, long validity, ImapLine.Waiting waiting) {
    try {
      return Optional.of(new Arrival(line.bytes(waiting), Arrival.Via.MAILBOX, Optional.empty(), Recorded.DULY, ImapLine.cut(waiting)));
    } catch (MessagingException | IOException | RuntimeException refused) {
      if (!line.isAlive()) {
        return Optional.empty();
      }
      var why = "the mailbox does not give it out (" + Plain.line(String.valueOf(refused.getMessage()), 200) + "); it is there under UID " + waiting.uid();
      return Optional.of(
          new Arrival(ImapLine.nothing(mailbox.name(), validity, waiting.uid()), Arrival.Via.MAILBOX, Optional.empty(), Recorded.DULY, Optional.of(why)));
    }
  }

  private static void taken(DSLContext tx, MailboxSettings.Mailbox mailbox, long validity, long uid, TakenIn reply, Moment at) {
    tx.execute(TAKEN, mailbox.name(), validity, uid, reply.id(), at.now().atOffset(ZoneOffset.UTC));
  }

  /** Tells the server of all that were taken in and of which it does not know yet, those of a process that died before too. */
  private void mark(ImapLine line, MailboxSettings.Mailbox mailbox, long validity) throws MessagingException, SQLException {
    List<Long> unmarked = transactions.run(tx -> tx.fetch(UNMARKED, mailbox.name(), validity).getValues(0, Long.class));
    if (!unmarked.isEmpty()) {
      line.mark(unmarked);
      transactions.run(
          tx -> tx.execute(MARKED, clock.instant().atOffset(ZoneOffset.UTC), mailbox.name(), validity, unmarked.toArray(Long[]::new)));
    }
  }
}
