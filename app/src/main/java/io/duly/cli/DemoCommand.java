package io.duly.cli;

import io.duly.cycle.CycleInterrupted;
import io.duly.cycle.NotThatDay;
import io.duly.cycle.RunReport;
import io.duly.cycle.UnreadablePolicy;
import io.duly.demo.Demo;
import io.duly.demo.NotADemo;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly demo}: a made-up portfolio, lived through up to today, on the desk. */
@Command(
    name = "demo",
    description = {
      "Fills an empty database with a made-up portfolio, lives through it up to today, and serves the desk.",
      "Another time it goes on from where it was. It is never put beside real data."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String LOGIN = "demo";

  @Spec private CommandSpec spec;

  @Option(names = "--port", defaultValue = "8080", description = "Port on this machine; 0 takes a free one. Default: 8080.")
  private int port;

  @Option(names = "--once", description = "Do everything but serve, and end.")
  private boolean once;

  @Option(names = "--date", paramLabel = "DATE", description = "The business date, as 2026-11-22. Default: today.")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    if (once) {
      try (var application = Opened.application()) {
        show(application, Optional.empty());
      }
    } else {
      try (var server = DeskServer.start(port, "duly.payments.fake=true")) {
        show(server, Optional.of(server.url()));
        server.awaitEnd();
      }
    }
    return ExitCode.DONE;
  }

  private void show(Facades application, Optional<String> url) {
    var day = date == null ? Today.of(application.the(Clock.class)) : date;
    var run = live(application, day);
    url.ifPresent(_ -> FakePayments.offer(application));
    var shown = new DemoShown(run, DayHeld.of(application, day), signIn(application), url);
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(DemoJson.of(shown)));
    } else {
      shown.lines().forEach(out::println);
    }
    out.flush();
  }

  private RunReport live(Facades application, LocalDate day) {
    var err = spec.commandLine().getErr();
    try {
      return application.the(Demo.class).liveUpTo(day, lived -> progress(err, lived));
    } catch (NotADemo | NotThatDay | CycleInterrupted | UnreadablePolicy refused) {
      throw new CannotDo(refused);
    }
  }

  /** A new password every time: who can run this command may look at the demonstration. */
  private static People.Admitted signIn(Facades application) {
    var people = application.the(People.class);
    return people
        .renewPassword(LOGIN)
        .orElseGet(() -> people.admit(LOGIN, "Demonstration", Role.ADMINISTRATOR, Optional.empty()));
  }

  /** One line that is written over, and only where somebody watches. */
  private static void progress(PrintWriter err, LocalDate lived) {
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
      err.print("\rliving through the last months: " + lived + " ");
      err.flush();
    }
  }
}
