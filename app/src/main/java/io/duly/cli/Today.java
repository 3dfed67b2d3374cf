package io.duly.cli;

import io.duly.cases.Recorded;
import io.duly.cycle.DailyCycle;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The business date of a command that records something, and who is at the keyboard: a user of the machine, not one who signed in. */
final class Today {
  @Option(names = "--date", paramLabel = "DATE", description = "Business date, as 2026-11-22. Default: today.")
  private @Nullable LocalDate date;

  LocalDate date(Facades application) {
    return date == null ? of(application.the(Clock.class)) : date;
  }

  Recorded by(Facades application) {
    var clock = application.the(Clock.class);
    return Recorded.by("shell:" + System.getProperty("user.name"), date(application), clock.instant());
  }

  /** Whoever is found to have paid, or not to, is decided about at once where the day's run is over. */
  void decideAgain(Facades application) {
    application.the(DailyCycle.class).again(date(application));
  }

  /** The day on this machine's calendar. */
  static LocalDate of(Clock clock) {
    return LocalDate.now(clock);
  }
}
