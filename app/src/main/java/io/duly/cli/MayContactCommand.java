package io.duly.cli;

import io.duly.correspondence.ContactPermission;
import io.duly.kernel.CaseId;
import io.duly.parties.DebtorNames;
import io.duly.parties.FoundDebtor;
import io.duly.cases.Cases;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly may-contact}: yes, or no with the rule and from when on. */
@Command(
    name = "may-contact",
    description = "Says whether a debtor may be contacted: 0 yes, 1 no, with the rule, its source, and from when on.")
final class MayContactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DEBTOR", description = "The creditor's number for the debtor, the name, or the id.")
  private String named;

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

  @Option(names = "--creditor", description = "Whose debtor, where several have one of that number or name.")
  private @Nullable String creditor;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var permission = application.the(ContactPermission.class);
      var debtor = debtor(application, tx);
      var recovery = recovery(application, tx);
      var now = application.the(Clock.class).instant();
      var when = moment(permission.known(tx, debtor.id(), recovery, now).zone(), now);
      var known = permission.known(tx, debtor.id(), recovery, when);
      var reach = new Reach(channel, place, Optional.ofNullable(address));
      var told = new ContactAnswer(debtor, known, channel, when, permission.ask(known, reach, purpose, when));
      var out = spec.commandLine().getOut();
      (json ? Stream.of(Json.of(told.json())) : told.lines().stream()).forEach(out::println);
      return told.answer() instanceof Answer.Allowed ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private FoundDebtor debtor(Opened application, DSLContext tx) {
    var found =
        application.the(DebtorNames.class).find(tx, named).stream()
            .filter(each -> creditor == null || each.creditor().equals(creditor))
            .toList();
    return switch (found.size()) {
      case 0 -> throw new CannotDo("There is no debtor with this number, name or id; ./duly case list shows names.");
      case 1 -> found.getFirst();
      default ->
          throw new CannotDo(
              "Several debtors are called so; name one by its id: "
                  + found.stream().map(each -> each.id() + " (" + each.creditor() + ")").collect(Collectors.joining(", ")));
    };
  }

  private Optional<CaseId> recovery(Opened application, DSLContext tx) {
    return Optional.ofNullable(about)
        .map(
            text ->
                application.the(Cases.class).find(tx, text).orElseThrow(() -> new CannotDo("There is no case " + text + ".")));
  }

  private Instant moment(ZoneId zone, Instant now) {
    if (at == null) {
      return now;
    }
    try {
      return at.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(at).toInstant()
          : LocalDateTime.parse(at).atZone(zone).toInstant();
    } catch (DateTimeException _) {
      throw new CannotDo("'" + at + "' is no time such as 2026-11-30T10:00 or 2026-11-30T10:00:00Z");
    }
  }
}
