package io.duly.cli;

import io.duly.correspondence.CameOfIt;
import io.duly.correspondence.PersonalContacts;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly contact outcome}: what came of a contact after all. */
@Command(name = "outcome", description = "Says what came of a contact that was written down before; the last word counts.")
final class ContactOutcomeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Today today;

  @Parameters(index = "0", paramLabel = "CONTACT", description = "Its id, as ./duly contact list shows it.")
  private UUID contact;

  @Parameters(
      index = "1",
      paramLabel = "OUTCOME",
      converter = OutcomeWord.class,
      description = "no-answer, message-left, talk, wrong-number, not-connected or sent.")
  private CameOfIt outcome;

  @Option(names = "--words", description = "What was said.")
  private @Nullable String words;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Noted(String contact, String outcome) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var contacts = application.the(PersonalContacts.class);
      var by = today.by(application);
      application.the(DSLContext.class).transaction(tx -> contacts.outcome(tx.dsl(), contact, outcome, Optional.ofNullable(words), by));
      spec.commandLine().getOut().println(json ? Json.of(new Noted(contact.toString(), OutcomeWord.word(outcome))) : "Noted.");
      return ExitCode.DONE;
    }
  }
}
