package io.duly.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly outbox resolve}: what became of a message of which nobody knew whether it left. */
@Command(name = "resolve", description = "Says what became of an uncertain message: it arrived, or it did not and is sent again.")
final class OutboxResolveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutboxChange change;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Became became = new Became();

  @Option(names = "--how", required = true, description = "How it was found out.")
  private String how;

  /** One of both. */
  static final class Became {
    @Option(names = "--arrived", required = true, description = "It arrived.")
    private boolean arrived;

    @Option(names = "--send-again", required = true, description = "It did not arrive; it is sent again.")
    private boolean again;
  }

  @Override
  public Integer call() {
    return change.make(spec, (queue, tx, id, by, at) -> queue.resolve(tx, id, became.arrived && !became.again, how, by, at));
  }
}
