package io.duly.correspondence.reply;

import io.duly.correspondence.sending.Committed;
import io.duly.correspondence.sending.Office;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A process that takes in what lies in a mailbox until nothing new is there, or is killed. */
final class MailboxUntilEmpty {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private MailboxUntilEmpty() {}

  static Map<String, String> environment(int port) {
    return Map.of(
        "DULY_IMAP_HOST", "127.0.0.1", "DULY_IMAP_PORT", Integer.toString(port), "DULY_IMAP_TLS", "none", "DULY_IMAP_USER", "accounts",
        "DULY_IMAP_PASSWORD", "secret", "DULY_IMAP_SECONDS", "10", "DULY_IMAP_MOVE_TO", "Taken");
  }

  /** @param args address of the database, port of the mailbox, by how many milliseconds its clock is ahead, the zone of its calendar */
  public static void main(String[] args) throws Exception {
    var clock = Clock.offset(Clock.system(ZoneId.of(args[3])), Duration.ofMillis(Long.parseLong(args[2])));
    try (var office = new Office(args[0], clock)) {
      var watch = new MailboxWatch(new MailboxSettings(environment(Integer.parseInt(args[1]))), office.the(Replies.class), office.the(Committed.class), clock);
      System.out.println("ready");
      for (var report = watch.look(); report.taken() > 0 || report.trouble().isPresent(); report = watch.look()) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos()); // the lock of one who was killed is let go when its server notices
      }
    }
  }
}
