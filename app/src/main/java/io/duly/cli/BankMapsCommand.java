package io.duly.cli;

import io.duly.banking.SavedBankMap;
import io.duly.banking.SavedBankMaps;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly bank maps}: maps of bank lists that were given once. */
@Command(name = "maps", description = "Lists the maps of bank lists that were given with --map and are used again by themselves.", subcommands = BankMapsCommand.Remove.class)
final class BankMapsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record MapJson(String creditor, String name, List<String> columns, Instant savedAt) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var maps = application.the(DSLContext.class).transactionResult(tx -> application.the(SavedBankMaps.class).all(tx.dsl()));
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(maps.stream().map(one -> new MapJson(one.creditor(), one.name(), one.columns(), one.savedAt())).toList()));
      } else {
        text(maps).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private static List<String> text(List<SavedBankMap> maps) {
    var table = new TextTable("Map", "Creditor", "Columns");
    maps.forEach(one -> table.row(one.name(), one.creditor(), BankUnmatchedCommand.short40(String.join(", ", one.columns()))));
    return maps.isEmpty() ? List.of("No map was given yet. Lists are read by shipped maps, or as they show themselves (docs/bank-statements.md).") : table.lines();
  }

  /** {@code duly bank maps remove}. */
  @Command(name = "remove", description = "Forgets a map: lists with its columns are read as they show themselves again.")
  static final class Remove implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The map's name.")
    private String name = "";

    @Option(names = "--creditor", paramLabel = "NAME", description = "Whose; else everybody's of this name.")
    private String creditor = "";

    @Override
    public Integer call() {
      try (var application = Opened.application()) {
        int removed = application.the(DSLContext.class).transactionResult(tx -> application.the(SavedBankMaps.class).remove(tx.dsl(), name, creditor));
        if (removed == 0) {
          throw new CannotDo("There is no map '" + name + "' like that. ./duly bank maps lists them.");
        }
        spec.commandLine().getOut().println(removed == 1 ? "The map is forgotten." : removed + " maps are forgotten.");
        return ExitCode.DONE;
      }
    }
  }
}
