package io.duly.cli;

import io.duly.cases.Cases;
import io.duly.correspondence.reply.Replies;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly reply attach}: says whose a reply is. */
@Command(name = "attach", description = "Says whose a reply is; from then on it is as if that had been known at once.")
final class ReplyAttachCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedReply named;
  @Mixin private Today today;

  @Option(names = "--case", required = true, paramLabel = "CASE", description = "Number or id of the case.")
  private String recovery;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var after = application.the(DSLContext.class).transactionResult(tx -> attached(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(after.reply()) : "It is of case " + recovery + ", and everything to " + after.reply().debtor().orElse("") + " waits until it is read.");
      return ExitCode.DONE;
    }
  }

  private ReplyShowCommand.Shown attached(Opened application, DSLContext tx) {
    var to = application.the(Cases.class).find(tx, recovery).orElseThrow(() -> new CannotDo("There is no case " + recovery + "; ./duly case list shows them."));
    application.the(Replies.class).attach(tx, named.id(), to, today.by(application));
    return ReplyShowCommand.shown(application, tx, named.id());
  }
}
