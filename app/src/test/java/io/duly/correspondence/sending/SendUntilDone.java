package io.duly.correspondence.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A process that sends until nothing waits, or is killed. */
final class SendUntilDone {
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(50);

  private SendUntilDone() {}

  /** @param args address of the database, port of the mail server, by how many milliseconds its clock is ahead, the zone of its calendar */
  public static void main(String[] args) throws Exception {
    send(args, Post.environment(Integer.parseInt(args[1])));
  }

  static void send(String[] args, Map<String, String> environment) throws Exception {
    var zone = ZoneId.of(args[3]);
    var clock = Clock.offset(Clock.system(zone), Duration.ofMillis(Long.parseLong(args[2])));
    var patience = new Patience(Collections.nCopies(60, Duration.ofMillis(100)));
    try (var office = new Office(args[0], clock, environment, patience)) {
      var dispatcher = office.the(Dispatcher.class);
      System.out.println("ready");
      while (waiting(office) > 0) {
        dispatcher.round();
        LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
      }
    }
  }

  private static int waiting(Office office) throws java.sql.SQLException {
    var sql = "select count(*)::int from correspondence.message where state in ('checked', 'sending')";
    return office.the(Committed.class).run(tx -> tx.fetchSingle(sql).get(0, Integer.class));
  }
}
