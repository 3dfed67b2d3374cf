package io.duly.cli;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.DebtorWishes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly wish add}: in force at once, whatever waits against it is withdrawn. */
@Command(name = "add", description = "Writes down what the debtor wishes: in force at once; what waits against it is withdrawn.")
final class WishAddCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedDebtor named;
  @Mixin private WishOptions options;
  @Mixin private Today today;

  @Option(names = "--words", required = true, description = "What the debtor said, in their words.")
  private String words;

  @Option(names = "--received", paramLabel = "TIME", description = "When it was said. Default: now.")
  private @Nullable String received;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Added(List<WishJson> wishes, int withdrawn) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var stated = application.the(DSLContext.class).transactionResult(tx -> state(application, tx.dsl()));
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(new Added(stated.wishes().stream().map(WishJson::of).toList(), stated.withdrawn())));
      } else {
        stated.wishes().forEach(line -> out.println("In force: " + line.sentence() + " (" + line.id() + ")"));
        out.println("Messages withdrawn: " + stated.withdrawn());
      }
      return ExitCode.DONE;
    }
  }

  private DebtorWishes.Stated state(Opened application, DSLContext tx) {
    var debtor = named.in(application, tx).id();
    var by = today.by(application);
    var zone = application.the(ContactPermission.class).known(tx, debtor, Optional.empty(), by.recordedAt()).zone();
    var when = Moments.read(received, zone, by.recordedAt());
    return application.the(DebtorWishes.class).state(tx, debtor, options.wishes(when), words, when, by);
  }
}
