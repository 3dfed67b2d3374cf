package io.duly.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly outbox approve}: yes to exactly the words that were read. */
@Command(name = "approve", description = "Says yes to a message, as ./duly outbox show prints its words.")
final class OutboxApproveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutboxChange change;

  @Option(names = "--hash", description = "Of the words that were read, as ./duly outbox show --json prints it; refused where they have changed since.")
  private java.util.Optional<String> hash = java.util.Optional.empty();

  @Override
  public Integer call() {
    return change.make(spec, (queue, tx, id, by, at) -> {
      var text = queue.text(tx, id, at);
      if (hash.filter(read -> !read.equals(text.hash().hex())).isPresent()) {
        throw new CannotDo("The words of the message have changed since you read them; read them again.");
      }
      queue.approve(tx, id, text, by, at);
    });
  }
}
