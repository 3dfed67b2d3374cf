package io.duly.cli;

import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Queue;
import io.duly.kernel.MessageId;
import java.time.Clock;
import org.jooq.DSLContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What changes one message and then says how it stands. */
final class OutboxChange {
  @Mixin private NamedMessage message;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  interface Change {
    void make(Queue queue, DSLContext tx, MessageId id, String by, Moment at);
  }

  int make(CommandSpec spec, Change change) {
    try (var application = Opened.application()) {
      var queue = application.the(Queue.class);
      var at = Moment.of(application.the(Clock.class));
      var by = "shell:" + System.getProperty("user.name");
      var after =
          application.the(DSLContext.class)
              .transactionResult(
                  tx -> {
                    change.make(queue, tx.dsl(), message.id(), by, at);
                    return queue.find(tx.dsl(), message.id()).orElseThrow();
                  });
      spec.commandLine().getOut().println(json ? Json.of(QueuedJson.of(after)) : "The message is " + QueuedJson.words(after) + ".");
      return ExitCode.DONE;
    }
  }
}
