package io.duly.desk;

import io.duly.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;

/** The desk as a process of its own, to be killed. */
final class Served {
  private Served() {}

  /** @param args address of the database, port, by how many milliseconds its clock is ahead */
  public static void main(String[] args) {
    var clock = Clock.offset(Clock.system(ZoneId.systemDefault()), Duration.ofMillis(Long.parseLong(args[2])));
    try {
      TestDatabase.start(
        args[0], WebApplicationType.SERVLET, Optional.of(clock), "server.port=" + args[1], "duly.sending.by-itself=false", "duly.replies.by-itself=false",
        "duly.calls.by-itself=false", "duly.intake.by-itself=false");
    } catch (RuntimeException failed) {
      failed.printStackTrace(System.err); // Spring says nothing of a start that failed
      System.exit(1);
    }
    System.out.println("ready");
  }
}
