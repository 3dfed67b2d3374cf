package io.duly.cli;

import io.duly.cycle.Benchmark;
import io.duly.invitations.Invitation;
import io.duly.invitations.Invitations;
import io.duly.invitations.Invited;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly bench portal}: how fast the debtors' pages answer. */
@Command(
    name = "portal",
    description = {
      "Generates a portfolio in a database of its own, lets debtors in by the link and code of a letter, and has each act once a second",
      "(what is open, paying in parts, the forms). Then as fast as they can. Times are from the moment somebody meant to act."
    })
final class BenchPortalCommand implements Callable<Integer> {
  /** Links are made for it; the debtors of the benchmark come to this machine by their paths. */
  private static final String PORTAL = "http://127.0.0.1/";

  @Spec private CommandSpec spec;

  @Option(names = "--users", defaultValue = "50", paramLabel = "N", description = "Debtors who act. Default: ${DEFAULT-VALUE}.")
  private int users;

  @Option(names = "--seconds", defaultValue = "30", paramLabel = "S", description = "Of work that counts. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--debtors", defaultValue = "5000", paramLabel = "N", description = "In the portfolio. Default: ${DEFAULT-VALUE}.")
  private int debtors;

  @Option(names = "--invoices", defaultValue = "15000", paramLabel = "M", description = "That they have open. Default: ${DEFAULT-VALUE}.")
  private int invoices;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (users < 1 || seconds < 1 || debtors < users || invoices < debtors) {
      throw new ParameterException(spec.commandLine(), "Give at least one user and one second, at least as many debtors as users, and at least as many invoices as debtors.");
    }
    var report = measured();
    spec.commandLine().getOut().println(json ? Json.of(report) : report.text());
    return report.failures() == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private PageReport measured() throws Exception {
    try (var application = Opened.application();
        var database = application.the(Benchmark.class).worked("duly_bench_portal", Today.of(application.the(Clock.class)), debtors, invoices);
        var server = DeskServer.start(0, "duly.database-url=" + database.address(), "duly.portal.url=" + PORTAL)) {
      var letters = letters(server);
      try (var load = PageLoad.through(IntStream.range(0, letters.size()).mapToObj(at -> door(server.url(), letters.get(at), at)).toList())) {
        return load.run(Duration.ofSeconds(seconds));
      }
    }
  }

  /** As if a letter had left to each of them. */
  private List<Invitation> letters(DeskServer server) {
    var invitations = server.the(Invitations.class);
    return server.the(DSLContext.class).transactionResult(config -> {
      var invited = invitations.waiting(config.dsl(), users);
      if (invited.size() < users) {
        throw new CannotDo("Only " + invited.size() + " of these debtors are written to today; give more with --debtors.");
      }
      Instant now = server.the(Clock.class).instant();
      invited.forEach(one -> invitations.leaves(config.dsl(), one, "letter", now));
      return invited.stream().map((Invited one) -> invitations.of(one).orElseThrow()).toList();
    });
  }

  private static PageLoad.Door door(String url, Invitation letter, int turn) {
    return client -> PortalUser.by(client, url, URI.create(letter.address()).getPath().substring(1), letter.code(), turn);
  }
}
