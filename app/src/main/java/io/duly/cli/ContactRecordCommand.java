package io.duly.cli;

import io.duly.cases.Recorded;
import io.duly.correspondence.CameOfIt;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.ContactReport;
import io.duly.correspondence.PersonalContacts;
import io.duly.correspondence.Reported;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
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

/** {@code duly contact record}: a contact was made, if it may be. */
@Command(
    name = "record",
    description = "Writes down a contact that a person makes: 0 written, 1 it may not be made, with the rule and from when on.")
final class ContactRecordCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCounterpart named;
  @Mixin private Today today;

  @Option(names = "--channel", required = true, description = "${COMPLETION-CANDIDATES}")
  private Channel channel;

  @Option(
      names = "--outcome",
      required = true,
      paramLabel = "OUTCOME",
      converter = OutcomeWord.class,
      description = "no-answer, message-left, talk, wrong-number, not-connected; of what was written: sent.")
  private CameOfIt outcome;

  @Option(names = "--at", paramLabel = "TIME", description = "As 2026-11-30T10:00:00Z, with an offset, or without one on the debtor's clock. Default: now.")
  private @Nullable String at;

  @Option(names = "--number", paramLabel = "NUMBER", description = "The number or address that was used.")
  private @Nullable String number;

  @Option(names = "--place", description = "Where it is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Place place = Place.UNKNOWN;

  @Option(names = "--words", description = "What was said.")
  private @Nullable String words;

  @Option(names = "--they-called", description = "The debtor came to us: written down whatever the rules say of our contacts.")
  private boolean theyCame;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Written(boolean written, String contact) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var report = report(application, tx);
      var reported = tx.transactionResult(inner -> report(application, inner.dsl(), report, today.by(application)));
      var out = spec.commandLine().getOut();
      return switch (reported) {
        case Reported.Written(var contact) -> {
          out.println(json ? Json.of(new Written(true, contact.toString())) : "Written down as contact " + contact + ".");
          yield ExitCode.DONE;
        }
        case Reported.Refused refused -> {
          var told = ContactRefused.of(refused, report);
          (json ? Stream.of(Json.of(told.json())) : told.lines().stream()).forEach(out::println);
          yield ExitCode.FINDINGS;
        }
      };
    }
  }

  private Reported report(Opened application, DSLContext tx, ContactReport report, Recorded by) {
    var contacts = application.the(PersonalContacts.class);
    return theyCame ? contacts.theyCame(tx, report, by) : contacts.made(tx, report, by);
  }

  private ContactReport report(Opened application, DSLContext tx) {
    var whom = named.in(application, tx);
    var now = application.the(Clock.class).instant();
    var zone = application.the(ContactPermission.class).known(tx, whom.debtor(), whom.recovery(), now).zone();
    var reach = new Reach(channel, place, Optional.ofNullable(number));
    return new ContactReport(whom.debtor(), whom.recovery(), reach, outcome, Moments.read(at, zone, now), Optional.ofNullable(words));
  }
}
