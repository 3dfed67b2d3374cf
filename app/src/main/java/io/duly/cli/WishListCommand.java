package io.duly.cli;

import io.duly.correspondence.DebtorWishes;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly wish list}: what a debtor wishes, and wished. */
@Command(name = "list", description = "Lists what a debtor wishes, and wished before.")
final class WishListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedDebtor named;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Lines(List<WishJson> wishes) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var wishes = application.the(DebtorWishes.class).of(tx, named.in(application, tx).id()).stream().map(WishJson::of).toList();
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(new Lines(wishes)));
      } else {
        var table = new TextTable("Since", "What", "Words", "Ended", "Wish");
        wishes.forEach(one -> table.row(one.received(), one.sentence(), one.words(), one.endedAt().orElse(""), one.wish()));
        table.lines().forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }
}
