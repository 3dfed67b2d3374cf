package io.duly.cli;

import io.duly.cases.Cases;
import io.duly.correspondence.ContactPermission;
import io.duly.kernel.CaseId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly may-contact}: yes, or no with the rule and from when on. */
@Command(
    name = "may-contact",
    description = "Says whether a debtor may be contacted: 0 yes, 1 no, with the rule, its source, and from when on.")
final class MayContactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedDebtor named;

  @Option(names = "--channel", required = true, description = "${COMPLETION-CANDIDATES}")
  private Channel channel;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "As 2026-11-30T10:00:00Z, with an offset, or without one on the debtor's clock. Default: now.")
  private @Nullable String at;

  @Option(names = "--place", description = "Where the number or box is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Place place = Place.UNKNOWN;

  @Option(names = "--address", description = "The number or address itself, where only one of several was refused.")
  private @Nullable String address;

  @Option(names = "--purpose", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Purpose purpose = Purpose.CHASE;

  @Option(names = "--case", paramLabel = "CASE", description = "What the contact would be about. Default: anything.")
  private @Nullable String about;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var permission = application.the(ContactPermission.class);
      var debtor = named.in(application, tx);
      var recovery = recovery(application, tx);
      var now = application.the(Clock.class).instant();
      var when = Moments.read(at, permission.known(tx, debtor.id(), recovery, now).zone(), now);
      var known = permission.known(tx, debtor.id(), recovery, when);
      var reach = new Reach(channel, place, Optional.ofNullable(address));
      var told = new ContactAnswer(debtor, known, channel, when, permission.ask(known, reach, purpose, when));
      var out = spec.commandLine().getOut();
      (json ? Stream.of(Json.of(told.json())) : told.lines().stream()).forEach(out::println);
      return told.answer() instanceof Answer.Allowed ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private Optional<CaseId> recovery(Opened application, DSLContext tx) {
    return Optional.ofNullable(about)
        .map(
            text ->
                application.the(Cases.class).find(tx, text).orElseThrow(() -> new CannotDo("There is no case " + text + ".")));
  }
}
