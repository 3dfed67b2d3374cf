package io.duly.cli;

import io.duly.corrections.Contesting;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case acknowledge}: the debtor hears that we have what it contests. */
@Command(name = "acknowledge", description = "Keeps that the debtor was told that we have its dispute and by when we answer; with --write they are written to.")
final class CaseAcknowledgeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedInvoice named;
  @Mixin private Today today;

  @Option(names = "--write", description = "They are written to; otherwise they were told.")
  private boolean write;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Done(String invoice, String how) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      application.the(DSLContext.class).transaction(tx ->
          application.the(Contesting.class).acknowledge(tx.dsl(), named.in(application, tx.dsl()), write, today.by(application)));
      today.decideAgain(application);
      var done = new Done(named.number(), write ? "written" : "told");
      spec.commandLine().getOut().println(json ? Json.of(done) : "The dispute of invoice " + named.number() + " is acknowledged" + (write ? "; the message waits to leave." : "."));
      return ExitCode.DONE;
    }
  }
}
