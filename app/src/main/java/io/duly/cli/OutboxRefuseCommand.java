package io.duly.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly outbox refuse}. */
@Command(name = "refuse", description = "Says no to a message: it is withdrawn and its case decided anew.")
final class OutboxRefuseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutboxChange change;

  @Option(names = "--why", required = true, description = "For the journal.")
  private String why;

  @Override
  public Integer call() {
    return change.make(spec, (queue, tx, id, by, at) -> queue.withdraw(tx, id, why, by, at));
  }
}
